import type { Trx } from '#db/database.ts'
import type { MemberRow } from '#db/schema/people.ts'
import type { Act } from '../act.ts'
import { join } from '../people/join.server.ts'
import type { OrganisationAsk } from '../people/organisation.ts'
import { registerOrganisation } from '../people/register-organisation.server.ts'
import { isRefusal } from '../refusal.ts'
import { writeAccountMail } from './write-account-mail.server.ts'

type Newcomer = Pick<MemberRow, 'email' | 'name' | 'locale'> & { password_hash: string }

/**
 * Someone joins under the id that acts, perhaps with an organisation, and is written to. Whether the address or the VAT
 * number was known already shows nowhere but in the letter: a page would tell strangers who is a member.
 */
export async function welcome(trx: Trx, act: Act, newcomer: Newcomer, organisation?: OrganisationAsk) {
  const { member, known } = await join(trx, act, newcomer)
  if (known) return writeAccountMail(trx, act, member, 'already-member')
  const registered = organisation ? await registerOrganisation(trx, act, organisation) : {}
  await writeAccountMail(trx, act, member, 'verify-email', isRefusal(registered) ? registered : {})
}
