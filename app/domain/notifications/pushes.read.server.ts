import type { Db } from '#db/database.ts'

/** Pushes to be carried at this instant, the oldest first. */
export function duePushes(db: Db, now: string, most = 50) {
  return db
    .selectFrom('pushes')
    .select(['id', 'next_try_at'])
    .where('carried_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('next_try_at', '<=', now)
    .orderBy('next_try_at')
    .limit(most)
    .execute()
}

/** What a push tells, to whom, and where it goes. Undefined when its device or its notice has gone meanwhile. */
export function toldByPush(db: Db, pushId: string) {
  return db
    .selectFrom('pushes')
    .innerJoin('notices', 'notices.id', 'pushes.notice_id')
    .innerJoin('push_subscriptions as device', 'device.id', 'pushes.subscription_id')
    .innerJoin('members', 'members.id', 'notices.member_id')
    .select(['notices.id as notice_id', 'notices.kind', 'notices.details', 'notices.seen_at', 'notices.subject_id'])
    .select(['device.id as device_id', 'device.endpoint', 'device.p256dh', 'device.auth'])
    .select(['members.id as member_id', 'members.locale'])
    .where('pushes.id', '=', pushId)
    .executeTakeFirst()
}
