import type { Trx } from '#db/database.ts'
import type { NoticeRow } from '#db/schema/notifications.ts'
import type { Act } from '../act.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import { newId } from '../id.server.ts'
import { type MailPlan, mailPlan } from './mail-plan.ts'
import { mannerOf, type NoticeKind, pathOf } from './notice.ts'
import { type Reader, readerOf } from './reader.read.server.ts'
import { outOfQuiet } from './rhythm.ts'
import { settleReader } from './settle-reader.server.ts'
import { writeMail } from './write-mail.server.ts'
import { writePushes } from './write-pushes.server.ts'

export type Notice = Pick<NoticeRow, 'member_id' | 'subject' | 'subject_id'> & {
  kind: NoticeKind
  /** What happened, named once: the same event never tells the same person twice. */
  event_key: string
  details: Record<string, string | number>
  /** A calendar file that goes with the mail. */
  attachment?: string
  /** Its reader asked for less about this one thing than about its topic: the quieter of the two holds. */
  at_most?: 'now' | 'digest'
}

/**
 * Leaves a notice in the app and, as its reader chose, a mail or a push for a job to carry, or a place in the next
 * digest. Nothing is sent while a transaction is open.
 */
export async function notify(trx: Trx, act: Act, notice: Notice) {
  const manner = mannerOf(notice.kind)
  const reader = await readerOf(trx, notice.member_id, manner.topic)
  const isEnough = manner.onceUntilRead === true && (await hasUnread(trx, notice))
  const isQuiet = notice.at_most === 'digest'
  const mail = isQuiet && reader.mail === 'now' ? 'digest' : reader.mail
  const wish = { ...reader, mail, wakes: manner.wakes === true, keeps: manner.keeps === true }
  const plan: MailPlan =
    isEnough || !reader.is_written_to ? { mail_plan: 'none' } : mailPlan(wish, notice.details, act.at)
  const id = await writeNotice(trx, act, notice, plan)
  if (id === undefined) return
  if (!reader.is_known) await settleReader(trx, notice.member_id)
  if (plan.mail_plan === 'now') await mailNow(trx, act, { ...notice, id }, { reader, leaves_at: plan.leaves_at })
  if (plan.mail_plan === 'digest') await setClock(trx, act, 'send-digest', notice.member_id, plan.leaves_at)
  if (!reader.push || !reader.has_device || isEnough || isQuiet) return
  await writePushes(trx, act, { ...notice, id }, wish.wakes ? act.at : outOfQuiet(act.at, reader.rhythm))
}

async function writeNotice(trx: Trx, act: Act, notice: Notice, { mail_plan }: MailPlan) {
  const { member_id, kind, subject, subject_id, event_key } = notice
  const facts = { member_id, kind, subject, subject_id, event_key, details: JSON.stringify(notice.details) }
  const plan = { topic: mannerOf(kind).topic, mail_plan, digest_mail_id: null }
  const written = await trx
    .insertInto('notices')
    .values({ id: newId(), ...facts, ...plan, written_at: act.at, seen_at: null })
    .onConflict((conflict) => conflict.columns(['member_id', 'event_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return written?.id
}

type Leaving = { reader: Reader; leaves_at: string }

async function mailNow(trx: Trx, act: Act, notice: Notice & { id: string }, { reader, leaves_at }: Leaving) {
  await writeMail(trx, act, {
    member_id: notice.member_id,
    address: reader.email,
    locale: reader.locale,
    kind: notice.kind,
    topic: mannerOf(notice.kind).topic,
    notice_id: notice.id,
    details: JSON.stringify({ ...notice.details, path: pathOf(notice) }),
    attachment: notice.attachment ?? null,
    next_try_at: leaves_at,
  })
}

async function hasUnread(trx: Trx, { member_id, kind, subject_id }: Notice) {
  const unread = await trx
    .selectFrom('notices')
    .select('id')
    .where('member_id', '=', member_id)
    .where('kind', '=', kind)
    .where('subject_id', '=', subject_id)
    .where('seen_at', 'is', null)
    .executeTakeFirst()
  return unread !== undefined
}
