import type { Trx } from '#db/database.ts'
import type { NoticeRow } from '#db/schema/notifications.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'

/** Leaves a push for every device where the member is still signed in and asked for them. */
export async function writePushes(trx: Trx, act: Act, notice: Pick<NoticeRow, 'id' | 'member_id'>, leaves: string) {
  const devices = await trx
    .selectFrom('push_subscriptions')
    .innerJoin('sessions', 'sessions.id', 'push_subscriptions.id')
    .select('push_subscriptions.id')
    .where('push_subscriptions.member_id', '=', notice.member_id)
    .where('sessions.revoked_at', 'is', null)
    .where('sessions.expires_at', '>', act.at)
    .execute()
  if (devices.length === 0) return
  const waiting = {
    notice_id: notice.id,
    written_at: act.at,
    next_try_at: leaves,
    tries: 0,
    carried_at: null,
    given_up_at: null,
    last_problem: null,
  }
  await trx
    .insertInto('pushes')
    .values(devices.map((device) => ({ id: newId(), subscription_id: device.id, ...waiting })))
    .execute()
}
