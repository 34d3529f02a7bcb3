import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clockKinds } from '#app/domain/clocks/clock.ts'
import { later } from '#app/domain/instant.ts'
import { heartbeats } from '#app/domain/notifications/heartbeats.read.server.ts'
import { minutesToNextTry, mostTries } from '#app/domain/notifications/letter.ts'
import { writeAccountMail } from '#app/domain/notifications/write-account-mail.server.ts'
import { writeMail } from '#app/domain/notifications/write-mail.server.ts'
import { linkOpens } from '#app/domain/people/one-time-link.server.ts'
import { write } from '#app/domain/write.server.ts'
import { lettersInOutbox } from '#app/gateways/mail-outbox.server.ts'
import { carryMails } from '#app/jobs/carry-mails.server.ts'
import { hearClocks } from '#app/jobs/hear-clocks.server.ts'
import { jobs, startJobs } from '#app/jobs/run-jobs.server.ts'
import { windClocks } from '#app/jobs/wind-clocks.server.ts'
import { actOf, db, freshWorld, given, now } from '../support/world.ts'

const outbox = join(process.env['DATA_DIR'] ?? '', 'outbox')

beforeEach(async () => {
  rmSync(outbox, { recursive: true, force: true })
  await freshWorld()
})
afterEach(() => delete process.env['SMTP_URL'])

const bruno = { id: 'bruno', email: 'bruno@example.org', locale: 'it' } as const
const gina = { id: 'gina', email: 'gina@example.org', locale: 'en' } as const
const writeTo = (member: typeof bruno | typeof gina, kind: 'verify-email' | 'already-member') =>
  write(db, (trx) => writeAccountMail(trx, actOf('ada'), member, kind))
const mail = () => db.selectFrom('mails').selectAll().executeTakeFirstOrThrow()

test('a letter is carried once, in the language of its reader', async () => {
  await writeTo(bruno, 'already-member')
  await writeTo(gina, 'already-member')
  expect(await carryMails(db, now)).toBe('2 carried')
  expect(await carryMails(db, now)).toBe('0 carried')
  const letters = await lettersInOutbox()
  expect(letters.map(({ to, subject }) => [to, subject]).sort()).toEqual([
    ['bruno@example.org', 'Hai già un profilo'],
    ['gina@example.org', 'You already have a profile'],
  ])
  expect(letters.find(({ to }) => to === 'gina@example.org')?.text).toMatch(/^Hello Gina Price,/)
})

test('four carriers at once carry twenty letters twenty times', async () => {
  for (let each = 0; each < 20; each++) await writeTo(bruno, 'already-member')
  await Promise.all(Array.from({ length: 4 }, () => carryMails(db, now)))
  expect(await lettersInOutbox()).toHaveLength(20)
})

test('the link in a letter opens, and only its hash is kept', async () => {
  await writeTo(bruno, 'verify-email')
  await carryMails(db, now)
  const token = (await lettersInOutbox())[0]?.href.split('/verify/')[1] ?? ''
  expect(await linkOpens(db, 'verify_email', token, now)).toBe(true)
  expect(JSON.stringify(await mail())).not.toContain(token)
})

test('a letter about a lot speaks of it and leads to its page', async () => {
  const details = JSON.stringify({ title: 'Tavole di abete', quantity: 8, unit: 'piece', path: '/claims/c1' })
  await write(db, (trx) =>
    writeMail(trx, actOf('ada'), {
      member_id: 'bruno',
      address: 'bruno@example.org',
      locale: 'it',
      kind: 'claim-confirmed',
      details,
      attachment: null,
    }),
  )
  await carryMails(db, now)
  const [letter] = await lettersInOutbox()
  expect(letter).toMatchObject({ subject: 'Confermato: «Tavole di abete»', href: 'http://localhost:3000/claims/c1' })
  expect(letter?.text).toContain('8\u00a0pezzi di «Tavole di abete»')
})

test('a mail server that is away is tried six times, each time three times later, then no more', async () => {
  process.env['SMTP_URL'] = 'smtp://127.0.0.1:9'
  await writeTo(bruno, 'already-member')
  let at = now
  for (let tries = 1; tries <= mostTries; tries++) {
    expect(await carryMails(db, at)).toBe('0 carried')
    expect(await mail()).toMatchObject({
      tries,
      next_try_at: later(at, { minutes: minutesToNextTry(tries) }),
      given_up_at: tries === mostTries ? at : null,
    })
    expect((await mail()).last_problem).toContain('ECONNREFUSED')
    const early = later(at, { minutes: minutesToNextTry(tries) - 1 })
    await carryMails(db, early)
    expect((await mail()).tries).toBe(tries)
    at = later(early, { minutes: 1 })
  }
  delete process.env['SMTP_URL']
  expect(await carryMails(db, later(at, { days: 9 }))).toBe('0 carried')
})

test('a letter nobody knows how to write does not hold up the others', async () => {
  await write(db, (trx) =>
    writeMail(trx, actOf('ada'), {
      member_id: null,
      address: 'x@example.org',
      locale: 'it',
      kind: 'unheard-of',
      details: '{}',
      attachment: null,
    }),
  )
  await writeTo(bruno, 'already-member')
  expect(await carryMails(db, now)).toBe('1 carried')
})

test('an offer nobody answered lapses, its units are free, and both sides hear of it', async () => {
  const boards = await given.listing()
  const claim = await given.claim({
    listing_id: boards.id,
    state: 'offered',
    offer_expires_at: later(now, { minutes: -1 }),
  })
  const other = await given.claim({ listing_id: boards.id, state: 'offered', claimant_id: 'gina' })
  await windClocks(db, now)
  expect(await hearClocks(db, now)).toEqual(new Map([['lapse-offer', 1]]))
  const states = await db.selectFrom('claims').select(['id', 'state']).execute()
  expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
    new Map([
      [claim.id, 'lapsed'],
      [other.id, 'offered'],
    ]),
  )
  expect(await db.selectFrom('listings').select('held').executeTakeFirstOrThrow()).toEqual({ held: 8 })
  const told = await db
    .selectFrom('notices')
    .select('member_id')
    .where('kind', '=', 'claim-lapsed')
    .orderBy('member_id')
    .execute()
  expect(told).toEqual([{ member_id: 'ada' }, { member_id: 'bruno' }])
})

test('every job leaves a heartbeat, and stops when it is told to', async () => {
  const running = startJobs(db)
  await writeTo(bruno, 'already-member')
  const expected = [...jobs.map(({ name }) => name), ...clockKinds].sort()
  for (let tries = 0; tries < 100 && (await heartbeats(db)).length < expected.length; tries++) await wait(50)
  await running.stop()
  expect((await heartbeats(db)).map(({ job }) => job)).toEqual(expected)
  await db.deleteFrom('heartbeats').execute()
  await wait(100)
  expect(await heartbeats(db)).toEqual([])
})
