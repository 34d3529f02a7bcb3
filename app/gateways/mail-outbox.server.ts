import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { asText, type Letter } from './letter-paper.ts'

export type OutboxLetter = {
  id: string
  to: string
  at: string
  locale: 'it' | 'en'
  subject: string
  text: string
  href: string
  label: string
  calendar: boolean
}

/** Where letters stop when there is no mail server. */
function outbox() {
  return join(process.env['DATA_DIR'] ?? 'data', 'outbox')
}

/** Leaves a letter as a file a mail program opens, and one that the outbox page reads. */
export async function dropInOutbox(
  letter: Letter,
  envelope: { id: string; to: string; at: string; calendar?: string },
  raw: Buffer,
) {
  const { id, to, at, calendar } = envelope
  const { locale, subject, action } = letter
  const summary: OutboxLetter = {
    id,
    to,
    at,
    locale,
    subject,
    text: asText(letter),
    href: action.href,
    label: action.label,
    calendar: calendar !== undefined,
  }
  const name = join(outbox(), `${at.replaceAll(':', '-')}-${id}`)
  await mkdir(outbox(), { recursive: true })
  await writeFile(`${name}.eml`, raw)
  await writeFile(`${name}.json`, JSON.stringify(summary, null, 2))
}

/** What lies in the outbox, the newest first. */
export async function lettersInOutbox(most = 50): Promise<OutboxLetter[]> {
  await mkdir(outbox(), { recursive: true })
  const names = (await readdir(outbox())).filter((name) => name.endsWith('.json'))
  const newest = names.sort().reverse().slice(0, most)
  return Promise.all(
    newest.map(async (name) => JSON.parse(await readFile(join(outbox(), name), 'utf8')) as OutboxLetter),
  )
}
