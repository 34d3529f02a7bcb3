import { unsubscribeKeyOf } from '#app/domain/notifications/choices.read.server.ts'
import { isAccountLetter, isNoticeKind } from '#app/domain/notifications/letter.ts'
import type { NoticeKind } from '#app/domain/notifications/notice.ts'
import { isSeen } from '#app/domain/notifications/notices.read.server.ts'
import type { Letter } from '#app/gateways/letter-paper.ts'
import { noticeWords } from '#app/i18n/notice-words.ts'
import { translator } from '#app/i18n/translator.ts'
import type { Db } from '#db/database.ts'
import type { MailRow } from '#db/schema/notifications.ts'
import { accountLetter } from './compose-account-letter.server.ts'
import { digestLetter } from './compose-digest.server.ts'
import { absolute, dress, greeting, nameOf, stopWords } from './letter-parts.server.ts'

/**
 * Puts a waiting mail into the words of the person it is for. Undefined when there is nothing left to say: what it
 * tells was read in the app before it left. A calendar file goes all the same.
 */
export async function composeLetter(db: Db, mail: MailRow, at: string): Promise<Letter | undefined> {
  const name = await nameOf(db, mail)
  if (isAccountLetter(mail.kind)) return accountLetter(db, mail, { kind: mail.kind, name, at })
  const leaving = await waysOut(db, mail)
  if (mail.kind === 'digest') {
    const letter = await digestLetter(db, mail, name)
    return letter && { ...letter, ...leaving }
  }
  if (!isNoticeKind(mail.kind)) throw new Error(`no letter is written for ${mail.kind}`)
  const isRead = mail.notice_id !== null && mail.attachment === null && (await isSeen(db, mail.notice_id))
  return isRead ? undefined : { ...noticeLetter(mail, mail.kind, name), ...leaving }
}

function noticeLetter(mail: MailRow, kind: NoticeKind, name: string | undefined): Letter {
  const spoken = translator(mail.locale)
  const details = JSON.parse(mail.details) as Record<string, string | number>
  const words = noticeWords(spoken, details)
  return {
    ...dress(mail, name),
    subject: spoken.t(`mail.${kind}.subject`, words),
    paragraphs: [greeting(mail, name), spoken.t(`notices.kinds.${kind}`, words)],
    action: { label: spoken.t(`mail.${kind}.action`), href: absolute(String(details['path'] ?? '/notices')) },
  }
}

/** Every letter but those about the account says how to have fewer of them, and how to stop this kind. */
async function waysOut(db: Db, { member_id, topic, locale }: MailRow): Promise<Pick<Letter, 'leaving'>> {
  const key = member_id === null ? undefined : await unsubscribeKeyOf(db, member_id)
  if (key === undefined) return {}
  const { t } = translator(locale)
  return {
    leaving: {
      choose: { label: t('mail.choose'), href: absolute('/account/notices') },
      stop: { label: stopWords(t, topic), href: absolute(`/unsubscribe/${key}/${topic}?lang=${locale}`) },
    },
  }
}
