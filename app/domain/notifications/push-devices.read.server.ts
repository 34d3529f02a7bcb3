import type { Db } from '#db/database.ts'

/** Where a member gets pushes now, the newest first. */
export function pushDevicesOf(db: Db, memberId: string, now: string) {
  return db
    .selectFrom('push_subscriptions')
    .innerJoin('sessions', 'sessions.id', 'push_subscriptions.id')
    .select(['push_subscriptions.id', 'push_subscriptions.device', 'push_subscriptions.made_at'])
    .where('push_subscriptions.member_id', '=', memberId)
    .where('sessions.revoked_at', 'is', null)
    .where('sessions.expires_at', '>', now)
    .orderBy('push_subscriptions.made_at', 'desc')
    .execute()
}
