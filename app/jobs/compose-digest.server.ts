import { isNoticeKind } from '#app/domain/notifications/letter.ts'
import { noticesOfDigest } from '#app/domain/notifications/notices.read.server.ts'
import { topics } from '#app/domain/notifications/topic.ts'
import type { Letter } from '#app/gateways/letter-paper.ts'
import { noticeWords } from '#app/i18n/notice-words.ts'
import { translator } from '#app/i18n/translator.ts'
import type { Db } from '#db/database.ts'
import type { MailRow } from '#db/schema/notifications.ts'
import { absolute, dress, greeting } from './letter-parts.server.ts'

/** More would not be read; the rest is one page away. */
const mostItems = 12

const order = topics.map(String)

/** One letter for all that happened and is still unread, named after the first thing. Undefined when nothing is. */
export async function digestLetter(db: Db, mail: MailRow, name: string | undefined): Promise<Letter | undefined> {
  const { t } = translator(mail.locale)
  const news = await newsOf(db, mail)
  const [first] = news
  if (!first) return undefined
  const others = news.length - 1
  const untold = news.length - mostItems
  return {
    ...dress(mail, name),
    subject: others === 0 ? first.subject : t('mail.digest.subject', { first: first.subject, count: others }),
    paragraphs: [greeting(mail, name), t('mail.digest.lead', { count: news.length })],
    items: [
      ...news.slice(0, mostItems).map(({ label, href }) => ({ label, href })),
      ...(untold > 0 ? [{ label: t('mail.digest.untold', { count: untold }), href: absolute('/notices') }] : []),
    ],
    action: { label: t('mail.digest.action'), href: absolute('/notices') },
  }
}

async function newsOf(db: Db, mail: MailRow) {
  const spoken = translator(mail.locale)
  const rows = await noticesOfDigest(db, mail)
  return rows
    .sort((one, other) => order.indexOf(one.topic) - order.indexOf(other.topic))
    .flatMap(({ id, kind, details }) => {
      if (!isNoticeKind(kind)) return []
      const words = noticeWords(spoken, JSON.parse(details) as Record<string, string | number>)
      const label = spoken.t(`notices.kinds.${kind}`, words)
      return { subject: spoken.t(`mail.${kind}.subject`, words), label, href: absolute(`/notices/${id}`) }
    })
}
