import type { Trx } from '#db/database.ts'
import type { MemberRow } from '#db/schema/people.ts'
import type { Act } from '../act.ts'
import type { AccountLetter } from './letter.ts'
import { writeMail } from './write-mail.server.ts'

type Addressee = Pick<MemberRow, 'id' | 'email' | 'locale'>

/** A letter about the account itself. Its one-time link is made when it is carried, so that no secret waits in the outbox. */
export async function writeAccountMail(
  trx: Trx,
  act: Act,
  member: Addressee,
  kind: AccountLetter,
  details: Record<string, string> = {},
) {
  const addressed = { member_id: member.id, address: member.email, locale: member.locale }
  await writeMail(trx, act, { ...addressed, kind, details: JSON.stringify(details), attachment: null })
}

/** Writes to the profile with this address that has yet to prove it, if there is one. Says nothing either way. */
export async function writeVerificationAgain(trx: Trx, act: Act, email: string) {
  const member = await trx
    .selectFrom('members')
    .select(['id', 'email', 'locale'])
    .where('email', '=', email)
    .where('email_verified_at', 'is', null)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (member) await writeAccountMail(trx, act, member, 'verify-email')
}

/** Writes to the profile with this address, if there is one. Says nothing either way. */
export async function writeReset(trx: Trx, act: Act, email: string) {
  const member = await trx
    .selectFrom('members')
    .select(['id', 'email', 'locale'])
    .where('email', '=', email)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (member) await writeAccountMail(trx, act, member, 'reset-password')
}
