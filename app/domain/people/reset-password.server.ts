import type { Trx } from '#db/database.ts'
import { refused } from '../refusal.ts'
import { asThemself } from './member.ts'
import { takeLink, voidLinks } from './one-time-link.server.ts'
import { revokeSessions } from './revoke-session.server.ts'

/** A new password by a mailed link. Ends every session, and proves the address: the letter arrived there. */
export async function resetPassword(trx: Trx, token: string, passwordHash: string, at: string) {
  const link = await takeLink(trx, 'reset_password', token, at)
  if (!link?.member_id) return refused('link-closed')
  await trx
    .updateTable('members')
    .set((eb) => ({ password_hash: passwordHash, email_verified_at: eb.fn.coalesce('email_verified_at', eb.val(at)) }))
    .where('id', '=', link.member_id)
    .where('erased_at', 'is', null)
    .execute()
  await voidLinks(trx, 'reset_password', link.member_id, at)
  await revokeSessions(trx, asThemself(link.member_id, at))
  return { member_id: link.member_id }
}
