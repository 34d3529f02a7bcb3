import type { Db } from '#db/database.ts'

/** How many notices a member has not read. For the bell. */
export async function unseenNotices(db: Db, memberId: string) {
  const { count } = await db
    .selectFrom('notices')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('member_id', '=', memberId)
    .where('seen_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

const pageLength = 30

/** A page of a member's notices, the newest first, from below `before` on. `older` is where the next page starts. */
export async function noticesOf(db: Db, memberId: string, before?: string) {
  const rows = await db
    .selectFrom('notices')
    .select(['id', 'kind', 'subject', 'subject_id', 'details', 'written_at', 'seen_at'])
    .where('member_id', '=', memberId)
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(pageLength + 1)
    .execute()
  const notices = rows.slice(0, pageLength)
  return { notices, older: rows.length > pageLength ? notices.at(-1)?.id : undefined }
}
