import type { Db } from '#db/database.ts'
import type { MailRow } from '#db/schema/notifications.ts'

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

/** What one digest tells and its reader has not seen in the app, in the order it happened. */
export async function noticesOfDigest(db: Db, { id, member_id }: Pick<MailRow, 'id' | 'member_id'>) {
  return db
    .selectFrom('notices')
    .select(['id', 'kind', 'topic', 'details'])
    .where('member_id', '=', member_id)
    .where('digest_mail_id', '=', id)
    .where('seen_at', 'is', null)
    .orderBy('id')
    .execute()
}

/** Whether a notice has been read, or is there no more. */
export async function isSeen(db: Db, noticeId: string) {
  const notice = await db.selectFrom('notices').select('seen_at').where('id', '=', noticeId).executeTakeFirst()
  return notice?.seen_at !== null
}
