import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import type { NoticeKind } from './notice.ts'

/** The member has seen the thing itself: what the notices of this kind about it said is no news any more. */
export async function seeNotices(trx: Trx, act: Act, { kind, subject_id }: { kind: NoticeKind; subject_id: string }) {
  await trx
    .updateTable('notices')
    .set({ seen_at: act.at })
    .where('member_id', '=', act.by.id)
    .where('kind', '=', kind)
    .where('subject_id', '=', subject_id)
    .where('seen_at', 'is', null)
    .execute()
}
