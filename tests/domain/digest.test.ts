import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { Act } from '#app/domain/act.ts'
import { later } from '#app/domain/instant.ts'
import { chooseNotices, muteTopic } from '#app/domain/notifications/choose-notices.server.ts'
import type { NoticeKind } from '#app/domain/notifications/notice.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { sendDigest } from '#app/domain/notifications/send-digest.server.ts'
import { write } from '#app/domain/write.server.ts'
import { lettersInOutbox } from '#app/gateways/mail-outbox.server.ts'
import { carryMails } from '#app/jobs/carry-mails.server.ts'
import { byTheClock } from '#app/jobs/job-act.ts'
import { asked } from '../support/notice-choices.ts'
import { actOf, db, freshWorld, type Neighbour, now } from '../support/world.ts'

const outbox = join(process.env['DATA_DIR'] ?? '', 'outbox')
/** Eight the next morning in Rome. */
const eight = '2026-11-25T07:00:00.000Z'

beforeEach(async () => {
  rmSync(outbox, { recursive: true, force: true })
  await freshWorld()
})

type Told = { to?: Neighbour; kind?: NoticeKind; title?: string; at?: string }
const tell = (event: string, { to = 'ada', kind = 'claim-declined', title = 'Tavole di abete', at = now }: Told = {}) =>
  write(db, (trx) =>
    notify(trx, actOf('bruno', at), {
      member_id: to,
      kind,
      subject: 'claim',
      subject_id: event,
      event_key: event,
      details: { title, quantity: 8, unit: 'piece' },
    }),
  )
const digest = (member: Neighbour = 'ada', act: Act = byTheClock(eight)) =>
  write(db, (trx) => sendDigest(trx, act, member))
const letters = async (at = eight) => {
  await carryMails(db, at)
  return lettersInOutbox()
}
const see = (event: string) => db.updateTable('notices').set({ seen_at: now }).where('event_key', '=', event).execute()

test('three things of a day are one letter, named after the first', async () => {
  await tell('one')
  await tell('two', { kind: 'listing-published', title: 'Porte' })
  await tell('three', { kind: 'handover-confirmed', title: 'Scaffali' })
  await digest()
  const [letter, ...others] = await letters()
  expect(others).toEqual([])
  expect(letter).toMatchObject({
    to: 'ada@example.org',
    subject: '«Tavole di abete» va a qualcun altro, e altre 2 cose',
  })
  for (const title of ['Tavole di abete', 'Porte', 'Scaffali']) expect(letter?.text).toContain(`«${title}»`)
  const ids = await db.selectFrom('notices').select('id').execute()
  for (const { id } of ids) expect(letter?.text).toContain(`http://localhost:3000/notices/${id}`)
})

test('its reader’s language is kept', async () => {
  await tell('one', { to: 'gina' })
  await tell('two', { to: 'gina' })
  await digest('gina')
  expect(await letters()).toMatchObject([
    { locale: 'en', subject: '“Tavole di abete” goes to someone else, and one more thing' },
  ])
})

test('one thing alone has its own name', async () => {
  await tell('one')
  await digest()
  expect(await letters()).toMatchObject([{ subject: '«Tavole di abete» va a qualcun altro' }])
})

test('nothing is told twice: not by a second clock, not by two at once', async () => {
  await tell('one')
  await Promise.all([digest(), digest(), digest()])
  await digest()
  expect(await letters()).toHaveLength(1)
  expect(await letters(later(eight, { days: 2 }))).toHaveLength(1)
})

test('what had a mail of its own is not in the digest', async () => {
  await tell('offer', { kind: 'claim-offered', title: 'Travi' })
  await tell('one')
  await digest()
  const found = await letters()
  expect(found.map(({ subject }) => subject).sort()).toEqual([
    'Tocca a te: «Travi»',
    '«Tavole di abete» va a qualcun altro',
  ])
})

test('what was read in the app before the digest leaves is left out of it', async () => {
  await tell('one', { title: 'Porte' })
  await tell('two')
  await see('one')
  await digest()
  await see('two')
  expect(await letters()).toEqual([])
  await tell('three', { title: 'Travi' })
  await digest('ada', byTheClock(later(eight, { days: 1 })))
  const [letter] = await letters(later(eight, { days: 1 }))
  expect(letter?.text).toContain('«Travi»')
  expect(letter?.text).not.toContain('«Porte»')
})

test('with nothing unread no letter leaves', async () => {
  await digest()
  await tell('one')
  await see('one')
  await digest()
  expect(await db.selectFrom('mails').select('id').execute()).toEqual([])
})

test('a digest that falls due in quiet hours waits for their end', async () => {
  await tell('one')
  await digest('ada', byTheClock('2026-11-25T02:00:00.000Z'))
  expect(await db.selectFrom('mails').select('id').execute()).toEqual([])
  const clocks = await db.selectFrom('clocks').select('due_at').orderBy('due_at').execute()
  expect(clocks).toEqual([{ due_at: '2026-11-25T06:00:00.000Z' }, { due_at: eight }])
})

test('a topic stopped meanwhile is left out, and a digest that is stopped does not leave', async () => {
  await tell('one')
  await tell('two', { kind: 'listing-published', title: 'Porte' })
  await write(db, (trx) => muteTopic(trx, actOf('ada'), 'claims'))
  await digest()
  expect(await letters()).toMatchObject([{ subject: '«Porte» è pubblicato' }])
  await tell('three', { kind: 'listing-closed' })
  await write(db, (trx) => muteTopic(trx, actOf('ada'), 'digest'))
  await digest()
  expect(await letters()).toHaveLength(1)
})

test('another hour for the digest holds for what already waits', async () => {
  await tell('one')
  await write(db, (trx) => chooseNotices(trx, actOf('ada'), asked({ digest_hour: '18' })))
  const clocks = await db.selectFrom('clocks').select('due_at').orderBy('due_at').execute()
  expect(clocks).toEqual([{ due_at: '2026-11-24T17:00:00.000Z' }, { due_at: eight }])
})

test('a long list ends with how many more there are', async () => {
  for (let each = 0; each < 15; each++) await tell(`event ${each}`)
  await digest()
  const [letter] = await letters()
  expect(letter?.subject).toMatch(/, e altre 14 cose$/)
  expect(letter?.text).toContain('E altre 3 cose')
  expect(letter?.text.match(/\/notices\/[0-9a-f-]{36}/g)).toHaveLength(12)
})

test('whoever leaves, or has no proven address, gets no digest', async () => {
  await tell('one', { to: 'fabio' })
  await digest('fabio')
  await tell('two')
  await db.updateTable('members').set({ erased_at: now }).where('id', '=', 'ada').execute()
  await digest()
  expect(await db.selectFrom('mails').select('id').execute()).toEqual([])
})
