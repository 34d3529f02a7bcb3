import { isNoticeKind } from '#app/domain/notifications/letter.ts'
import { mannerOf } from '#app/domain/notifications/notice.ts'
import { toldByPush } from '#app/domain/notifications/pushes.read.server.ts'
import { readerOf } from '#app/domain/notifications/reader.read.server.ts'
import type { PushAddress, PushMessage } from '#app/gateways/push.server.ts'
import { noticeWords } from '#app/i18n/notice-words.ts'
import { translator } from '#app/i18n/translator.ts'
import type { Db } from '#db/database.ts'

type Composed = { device_id: string; to: PushAddress; message: PushMessage }

/** A push in its reader's words. Undefined when there is nothing left to say: it was read, or is no longer wanted. */
export async function composePush(db: Db, pushId: string): Promise<Composed | undefined> {
  const told = await toldByPush(db, pushId)
  if (!told || told.seen_at !== null || !isNoticeKind(told.kind)) return undefined
  const { push } = await readerOf(db, told.member_id, mannerOf(told.kind).topic)
  if (!push) return undefined
  const spoken = translator(told.locale)
  const words = noticeWords(spoken, JSON.parse(told.details) as Record<string, string | number>)
  return {
    device_id: told.device_id,
    to: { endpoint: told.endpoint, p256dh: told.p256dh, auth: told.auth },
    message: {
      title: spoken.t(`mail.${told.kind}.subject`, words),
      body: spoken.t(`notices.kinds.${told.kind}`, words),
      path: `/notices/${told.notice_id}`,
      tag: told.subject_id,
    },
  }
}
