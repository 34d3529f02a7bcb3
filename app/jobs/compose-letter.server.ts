import { type AccountLetter, isAccountLetter, isNoticeKind } from '#app/domain/notifications/letter.ts'
import type { NoticeKind } from '#app/domain/notifications/notice.ts'
import type { LinkKind } from '#app/domain/people/link.ts'
import { makeLink } from '#app/domain/people/one-time-link.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { Letter } from '#app/gateways/letter-paper.ts'
import { noticeWords } from '#app/i18n/notice-words.ts'
import { translator } from '#app/i18n/translator.ts'
import type { Db } from '#db/database.ts'
import type { MailRow } from '#db/schema/notifications.ts'

/** Puts a waiting mail into the words of the person it is for. A one-time link is made here, on the way out. */
export async function composeLetter(db: Db, mail: MailRow, at: string): Promise<Letter> {
  if (isNoticeKind(mail.kind)) return noticeLetter(mail, mail.kind, await nameOf(db, mail))
  if (isAccountLetter(mail.kind))
    return accountLetter(mail, mail.kind, await nameOf(db, mail), await pathTo(db, mail, mail.kind, at))
  throw new Error(`no letter is written for ${mail.kind}`)
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

function accountLetter(mail: MailRow, kind: AccountLetter, name: string | undefined, path: string): Letter {
  const { t } = translator(mail.locale)
  return {
    ...dress(mail, name),
    subject: t(`mail.${kind}.subject`),
    paragraphs: [greeting(mail, name), t(`mail.${kind}.text`), ...vatNumberTaken(mail), t(`mail.${kind}.more`)],
    action: { label: t(`mail.${kind}.action`), href: absolute(path) },
  }
}

// Said in the letter, not on the page: there it would tell strangers who is a member.
function vatNumberTaken({ details, locale }: MailRow) {
  return details.includes('vat-number-taken') ? [translator(locale).t('people.refusals.vat-number-taken')] : []
}

const linkOf = {
  'verify-email': ['verify_email', '/verify/'],
  'reset-password': ['reset_password', '/reset/'],
} as const satisfies Partial<Record<AccountLetter, readonly [LinkKind, string]>>

async function pathTo(db: Db, mail: MailRow, kind: AccountLetter, at: string) {
  if (kind === 'already-member') return '/sign-in'
  if (kind === 'password-changed') return '/reset'
  const [link, path] = linkOf[kind]
  return path + (await write(db, (trx) => makeLink(trx, link, mail.member_id, at)))
}

function dress({ locale }: MailRow, name: string | undefined) {
  const { t } = translator(locale)
  return { locale, copy: t('mail.copy'), foot: name === undefined ? t('mail.closing') : t('mail.why') }
}

function greeting({ locale }: MailRow, name: string | undefined) {
  const { t } = translator(locale)
  return name === undefined ? t('mail.stranger') : t('mail.greeting', { name })
}

async function nameOf(db: Db, { member_id }: MailRow) {
  if (member_id === null) return undefined
  const member = await db.selectFrom('members').select('name').where('id', '=', member_id).executeTakeFirst()
  return member?.name
}

function absolute(path: string) {
  return new URL(path, process.env['ORIGIN'] ?? 'http://localhost:3000').href
}
