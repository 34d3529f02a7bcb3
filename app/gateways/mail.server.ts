import { createTransport } from 'nodemailer'
import { asHtml, asText, type Letter } from './letter-paper.ts'
import { dropInOutbox } from './mail-outbox.server.ts'

export type Envelope = { id: string; to: string; at: string; calendar?: string }

/** Sends a letter by SMTP_URL; without one, leaves it in the outbox folder. Throws when the mail server refuses it. */
export async function sendLetter(letter: Letter, envelope: Envelope) {
  const smtp = process.env['SMTP_URL']
  const message = messageOf(letter, envelope)
  if (smtp) {
    await createTransport(smtp).sendMail(message)
    return
  }
  const { message: raw } = await createTransport({ streamTransport: true, buffer: true, newline: 'unix' }).sendMail(
    message,
  )
  await dropInOutbox(letter, envelope, raw as Buffer)
}

function messageOf(letter: Letter, { id, to, at, calendar }: Envelope) {
  return {
    from: process.env['MAIL_FROM'] ?? 'Rimessa <rimessa@localhost>',
    to: { name: '', address: to },
    subject: letter.subject,
    text: asText(letter),
    html: asHtml(letter),
    date: new Date(at),
    // The same letter tried twice keeps its name, so that a mail program can tell.
    messageId: `<${id}@${new URL(process.env['ORIGIN'] ?? 'http://localhost:3000').hostname}>`,
    headers: { 'Content-Language': letter.locale, 'Auto-Submitted': 'auto-generated', ...oneClick(letter) },
    ...(calendar ? { icalEvent: { method: methodOf(calendar), filename: 'rimessa.ics', content: calendar } } : {}),
  }
}

/** RFC 8058: the mail program's own button stops this kind of letter, with one POST and no page. */
function oneClick({ leaving }: Letter) {
  if (!leaving) return {}
  return {
    'List-Unsubscribe': { prepared: true, value: `<${leaving.stop.href}>` },
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

function methodOf(calendar: string) {
  return /^METHOD:CANCEL/m.test(calendar) ? 'CANCEL' : 'REQUEST'
}
