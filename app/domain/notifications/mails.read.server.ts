import type { Db } from '#db/database.ts'

/** Letters to be carried at this instant, the oldest first. */
export function dueMails(db: Db, now: string, most = 50) {
  return db
    .selectFrom('mails')
    .select(['id', 'next_try_at'])
    .where('carried_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('next_try_at', '<=', now)
    .orderBy('next_try_at')
    .limit(most)
    .execute()
}
