import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { revokeSessions } from './revoke-session.server.ts'

/** Another password for whoever acts. All their other sessions end. */
export async function changePassword(trx: Trx, act: Act, passwordHash: string, keptSessionId: string) {
  await trx.updateTable('members').set({ password_hash: passwordHash }).where('id', '=', act.by.id).execute()
  await revokeSessions(trx, act, keptSessionId)
}
