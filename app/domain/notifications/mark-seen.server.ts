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

/** The member opened one notice. Undefined when it is not theirs. */
export async function openNotice(trx: Trx, act: Act, noticeId: string) {
  const notice = await trx
    .selectFrom('notices')
    .select(['kind', 'subject', 'subject_id', 'seen_at'])
    .where('id', '=', noticeId)
    .where('member_id', '=', act.by.id)
    .executeTakeFirst()
  if (notice?.seen_at === null) {
    await trx.updateTable('notices').set({ seen_at: act.at }).where('id', '=', noticeId).execute()
  }
  return notice
}
