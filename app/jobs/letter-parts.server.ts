import { isTopic } from '#app/domain/notifications/topic.ts'
import { translator } from '#app/i18n/translator.ts'
import type { Db } from '#db/database.ts'
import type { MailRow } from '#db/schema/notifications.ts'

/** What is the same on every letter in a language; a stranger is told less. */
export function dress({ locale }: Pick<MailRow, 'locale'>, name: string | undefined) {
  const { t } = translator(locale)
  return { locale, copy: t('mail.copy'), foot: name === undefined ? t('mail.closing') : t('mail.why') }
}

export function greeting({ locale }: Pick<MailRow, 'locale'>, name: string | undefined) {
  const { t } = translator(locale)
  return name === undefined ? t('mail.stranger') : t('mail.greeting', { name })
}

export async function nameOf(db: Db, { member_id }: Pick<MailRow, 'member_id'>) {
  if (member_id === null) return undefined
  const member = await db.selectFrom('members').select('name').where('id', '=', member_id).executeTakeFirst()
  return member?.name
}

/** «Non scrivermi più di questo: richieste» */
export function stopWords(t: ReturnType<typeof translator>['t'], topic: string) {
  return isTopic(topic) ? t('mail.stop', { topic: t(`notices.topics.${topic}.name`) }) : t('mail.stopDigest')
}

export function absolute(path: string) {
  return new URL(path, process.env['ORIGIN'] ?? 'http://localhost:3000').href
}
