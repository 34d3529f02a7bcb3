import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'

/** The member has read everything written up to this notice. */
export async function markSeen(trx: Trx, act: Act, newestId: string) {
  await trx
    .updateTable('notices')
    .set({ seen_at: act.at })
    .where('member_id', '=', act.by.id)
    .where('seen_at', 'is', null)
    .where('id', '<=', newestId)
    .execute()
}
