import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { seeNotices } from '../notifications/see-notices.server.ts'
import { refused } from '../refusal.ts'
import { standingIn } from './standing.read.server.ts'

/**
 * The member has this thread before them and has read it up to a message: the mark never goes back. Written again
 * and again while they look, because whoever looks is not told of a message besides.
 */
export async function markMessagesRead(trx: Trx, act: Act, claimId: string, upTo: string) {
  const standing = await standingIn(trx, act.by, claimId)
  if (!standing) return refused('no-such-claim')
  const last = await trx
    .selectFrom('messages')
    .select('id')
    .where('claim_id', '=', claimId)
    .where('id', '<=', upTo)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  const read_to = last?.id ?? ''
  await trx
    .insertInto('message_reads')
    .values({ claim_id: claimId, member_id: act.by.id, side: standing.side, read_to, read_at: act.at })
    .onConflict((conflict) => conflict.columns(['claim_id', 'member_id']).doUpdateSet({ read_at: act.at }))
    .execute()
  const mark = trx.updateTable('message_reads').where('claim_id', '=', claimId).where('member_id', '=', act.by.id)
  const moved = await mark.set({ read_to }).where('read_to', '<', read_to).returning('read_to').executeTakeFirst()
  await seeNotices(trx, act, { kind: 'message-received', subject_id: claimId })
  return { moved: moved !== undefined }
}
