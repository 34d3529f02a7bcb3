import { newId } from '#app/domain/id.server.ts'
import { writeAccountMail } from '#app/domain/notifications/write-account-mail.server.ts'
import type { JoinAsk } from '#app/domain/people/join-ask.ts'
import { join } from '#app/domain/people/join.server.ts'
import { asThemself } from '#app/domain/people/member.ts'
import { hashPassword } from '#app/domain/people/password-hash.server.ts'
import { registerOrganisation } from '#app/domain/people/register-organisation.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import type { write } from '#app/domain/write.server.ts'

type Trx = Parameters<Parameters<typeof write>[1]>[0]

/**
 * What joining does, ready for a transaction: the password is hashed before it opens. Whether the address or the VAT
 * number was known shows nowhere but in the letter.
 */
export async function joinAs(ask: JoinAsk, locale: 'it' | 'en', now: string) {
  const { email, name, password } = ask
  const act = asThemself(newId(), now)
  const newcomer = { email, name, locale, password_hash: await hashPassword(password) }
  return async (trx: Trx) => {
    const { member, known } = await join(trx, act, newcomer)
    if (known) return writeAccountMail(trx, act, member, 'already-member')
    const organisation = ask.for_organisation ? await registerOrganisation(trx, act, ask) : {}
    await writeAccountMail(trx, act, member, 'verify-email', isRefusal(organisation) ? { refused: 'vat-number-taken' } : {})
  }
}
