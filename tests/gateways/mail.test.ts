import { rmSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asHtml, asText, type Letter } from '#app/gateways/letter-paper.ts'
import { sendLetter } from '#app/gateways/mail.server.ts'
import { lettersInOutbox } from '#app/gateways/mail-outbox.server.ts'
import { mailServer } from '../support/mail-server.ts'

const letter: Letter = {
  locale: 'it',
  subject: 'Tocca a te: «Tavole & travi»',
  paragraphs: ['Ciao Bruno,', '8 pezzi di «Tavole <di> abete», se li vuoi. Rispondi entro mer 25 novembre, 16:30.'],
  action: { label: 'Rispondi', href: 'http://localhost:3000/claims/a?b=1&c=2' },
  copy: 'Se il pulsante non si apre, copia questo indirizzo:',
  foot: 'Ti scriviamo perché su Rimessa c’è un profilo con questo indirizzo.',
}
const envelope = { id: 'mail-1', to: 'bruno@example.org', at: '2026-11-24T09:00:00.000Z' }
const calendar =
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:u\r\nDTSTAMP:20261124T090000Z\r\nDTSTART:20261125T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n'
const outbox = join(process.env['DATA_DIR'] ?? '', 'outbox')

beforeEach(() => rmSync(outbox, { recursive: true, force: true }))
afterEach(() => delete process.env['SMTP_URL'])

test('with no mail server the letter lies in the outbox, as a file and as a page', async () => {
  await sendLetter(letter, envelope)
  expect((await readdir(outbox)).sort()).toEqual([
    '2026-11-24T09-00-00.000Z-mail-1.eml',
    '2026-11-24T09-00-00.000Z-mail-1.json',
  ])
  const parsed = await simpleParser(await readFile(join(outbox, '2026-11-24T09-00-00.000Z-mail-1.eml')))
  expect(parsed.subject).toBe(letter.subject)
  expect(parsed.text).toContain('Tavole <di> abete')
  expect(await lettersInOutbox()).toMatchObject([
    { to: 'bruno@example.org', subject: letter.subject, href: letter.action.href, calendar: false },
  ])
})

test('the newest letter lies on top', async () => {
  await sendLetter(letter, envelope)
  await sendLetter(letter, { ...envelope, id: 'mail-2', at: '2026-11-24T10:00:00.000Z' })
  expect((await lettersInOutbox()).map(({ id }) => id)).toEqual(['mail-2', 'mail-1'])
})

test('with a mail server the letter arrives whole: accents, both forms, the invitation', async () => {
  const server = await mailServer()
  process.env['SMTP_URL'] = server.url
  await sendLetter(letter, { ...envelope, calendar })
  await server.close()
  const [raw] = server.received
  const parsed = await simpleParser(raw ?? '')
  expect(parsed.subject).toBe(letter.subject)
  expect(parsed.messageId).toBe('<mail-1@localhost>')
  expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
  expect(parsed.html).toContain('8 pezzi di «Tavole &lt;di&gt; abete»')
  expect(parsed.attachments.map(({ contentType, filename }) => [contentType, filename])).toContainEqual([
    'application/ics',
    'rimessa.ics',
  ])
  expect(raw).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/)
  expect(await lettersInOutbox()).toEqual([])
})

test('a mail server that refuses is an error for the carrier to see', async () => {
  const server = await mailServer('452 the box is full')
  process.env['SMTP_URL'] = server.url
  await expect(sendLetter(letter, envelope)).rejects.toThrow('the box is full')
  await server.close()
})

test('what people write stays text in the letter', () => {
  const html = asHtml({ ...letter, subject: '<script>alert(1)</script>', paragraphs: ['"><img src=x>'] })
  expect(html).not.toContain('<script>')
  expect(html).not.toContain('<img')
  expect(html).toContain('href="http://localhost:3000/claims/a?b=1&amp;c=2"')
})

test('the plain letter has its address in full and a foot that mail programs know', () => {
  expect(asText(letter)).toContain('Rispondi:\nhttp://localhost:3000/claims/a?b=1&c=2')
  expect(asText(letter)).toContain('\n-- \nTi scriviamo')
})

const leaving = {
  choose: { label: 'Scegli quali email ricevere', href: 'http://localhost:3000/account/notices' },
  stop: { label: 'Basta', href: `https://rimessa.example/unsubscribe/${'k'.repeat(43)}/claims?lang=it` },
}

test('what can be stopped is stopped with one click, over the wire exactly as RFC 8058 has it', async () => {
  const server = await mailServer()
  process.env['SMTP_URL'] = server.url
  await sendLetter({ ...letter, leaving }, envelope)
  await server.close()
  expect(server.received[0]).toContain(`\r\nList-Unsubscribe: <${leaving.stop.href}>\r\n`)
  expect(server.received[0]).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
  const [parsed] = await server.letters()
  for (const { href } of Object.values(leaving)) {
    expect(parsed?.text).toContain(href)
    expect(parsed?.html).toContain(`href="${href}"`)
  }
})

test('a letter about the account cannot be stopped', async () => {
  const server = await mailServer()
  process.env['SMTP_URL'] = server.url
  await sendLetter(letter, envelope)
  await server.close()
  expect(server.received[0]).not.toContain('List-Unsubscribe')
})

test('a digest lists what happened, each with its page, in both forms', () => {
  const items = [{ label: '«Porte & <telai>» è pubblicato.', href: 'http://localhost:3000/notices/1' }]
  expect(asText({ ...letter, items })).toContain('· «Porte & <telai>» è pubblicato.\n  http://localhost:3000/notices/1')
  expect(asHtml({ ...letter, items })).toContain('>«Porte &amp; &lt;telai&gt;» è pubblicato.</a>')
  expect(asHtml(letter)).not.toContain('<ul')
})
