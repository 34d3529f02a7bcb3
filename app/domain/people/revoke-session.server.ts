import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'

/** Ends one session of whoever acts. Somebody else's stays as it is. */
export async function revokeSession(trx: Trx, act: Act, sessionId: string) {
  await trx
    .updateTable('sessions')
    .set({ revoked_at: act.at })
    .where('id', '=', sessionId)
    .where('member_id', '=', act.by.id)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Ends every session of whoever acts, but for the one they keep. */
export async function revokeSessions(trx: Trx, act: Act, keptId = '') {
  await trx
    .updateTable('sessions')
    .set({ revoked_at: act.at })
    .where('member_id', '=', act.by.id)
    .where('id', '<>', keptId)
    .where('revoked_at', 'is', null)
    .execute()
}
