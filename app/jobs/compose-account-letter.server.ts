import type { AccountLetter } from '#app/domain/notifications/letter.ts'
import type { LinkKind } from '#app/domain/people/link.ts'
import { makeLink } from '#app/domain/people/one-time-link.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { Letter } from '#app/gateways/letter-paper.ts'
import { translator } from '#app/i18n/translator.ts'
import type { Db } from '#db/database.ts'
import type { MailRow } from '#db/schema/notifications.ts'
import { absolute, dress, greeting } from './letter-parts.server.ts'

type Facts = { kind: AccountLetter; name: string | undefined; at: string }

/** A letter about the account itself. Its one-time link is made here, on the way out; nobody unsubscribes from it. */
export async function accountLetter(db: Db, mail: MailRow, { kind, name, at }: Facts): Promise<Letter> {
  const { t } = translator(mail.locale)
  return {
    ...dress(mail, name),
    subject: t(`mail.${kind}.subject`),
    paragraphs: [greeting(mail, name), t(`mail.${kind}.text`), ...vatNumberTaken(mail), t(`mail.${kind}.more`)],
    action: { label: t(`mail.${kind}.action`), href: absolute(await pathTo(db, mail, kind, at)) },
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
