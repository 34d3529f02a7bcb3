import type { Trx } from '#db/database.ts'
import type { NoticeRow } from '#db/schema/notifications.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { mannerOf, type NoticeKind, pathOf } from './notice.ts'
import { writeMail } from './write-mail.server.ts'

export type Notice = Pick<NoticeRow, 'member_id' | 'subject' | 'subject_id'> & {
  kind: NoticeKind
  /** What happened, named once: the same event never tells the same person twice. */
  event_key: string
  details: Record<string, string | number>
  /** A calendar file that goes with the mail. */
  attachment?: string
}

/** Leaves a notice in the app and a mail for a job to carry. Nothing is sent while a transaction is open. */
export async function notify(trx: Trx, act: Act, { attachment, ...notice }: Notice) {
  const details = JSON.stringify(notice.details)
  const written = await trx
    .insertInto('notices')
    .values({
      ...notice,
      id: newId(),
      details,
      written_at: act.at,
      seen_at: null,
      topic: mannerOf(notice.kind).topic,
      mail_plan: 'now',
    })
    .onConflict((conflict) => conflict.columns(['member_id', 'event_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!written) return
  const member = await trx
    .selectFrom('members')
    .select(['email', 'locale', 'email_verified_at', 'erased_at'])
    .where('id', '=', notice.member_id)
    .executeTakeFirstOrThrow()
  if (member.email_verified_at === null || member.erased_at !== null) return
  const addressed = { member_id: notice.member_id, address: member.email, locale: member.locale }
  const told = JSON.stringify({ ...notice.details, path: pathOf(notice) })
  await writeMail(trx, act, { ...addressed, kind: notice.kind, details: told, attachment: attachment ?? null })
}
