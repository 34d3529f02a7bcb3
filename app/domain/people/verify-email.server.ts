import type { Trx } from '#db/database.ts'
import { refused } from '../refusal.ts'
import { takeLink } from './one-time-link.server.ts'

/** Proves the address of the member the link was mailed to. */
export async function verifyEmail(trx: Trx, token: string, at: string) {
  const link = await takeLink(trx, 'verify_email', token, at)
  if (!link?.member_id) return refused('link-closed')
  await trx
    .updateTable('members')
    .set({ email_verified_at: at })
    .where('id', '=', link.member_id)
    .where('email_verified_at', 'is', null)
    .execute()
  return { member_id: link.member_id }
}
