import ICAL from 'ical.js'
import { sync } from 'node-ical'
import { beforeEach, describe, expect, test } from 'vitest'
import { later, toRome } from '#app/domain/instant.ts'
import { bookDropOff } from '#app/domain/pickups/book-slot.server.ts'
import { cancelPickup } from '#app/domain/pickups/cancel-pickup.server.ts'
import { confirmPickup } from '#app/domain/pickups/confirm-pickup.server.ts'
import { proposePickup } from '#app/domain/pickups/propose-pickup.server.ts'
import { releaseBooking } from '#app/domain/pickups/release-booking.server.ts'
import { write } from '#app/domain/write.server.ts'
import { action as open, loader as page } from '#app/routes/calendars._index/route.tsx'
import { loader as feed } from '#app/routes/calendars.$calendarToken[.]ics/route.ts'
import { action as close } from '#app/routes/calendars.closure/route.ts'
import {
  actOf,
  clockAt,
  context,
  db,
  freshWorld,
  given,
  type Neighbour,
  now,
  posted,
  requestTo,
  signedInRequest,
} from '../support/world.ts'

beforeEach(freshWorld)

const asked = async (who: Neighbour, fields?: Record<string, string>) => ({
  request: await signedInRequest(who, '/calendars', fields ? posted(fields) : {}),
  params: {},
  context,
})

async function tokenOf(who: Neighbour, hub = '') {
  const reply = await open(await asked(who, { hub }))
  if (!('address' in reply)) throw new Error('no address')
  return /\/calendars\/([\w-]{43})\.ics$/.exec(reply.address)?.[1] ?? ''
}

async function asks(token: string, headers: Record<string, string> = {}) {
  const request = requestTo(`/calendars/${token}.ics`, { headers })
  return feed({ request, params: { calendarToken: token }, context })
}

/** The same feed as two programs read it: they must agree. */
async function readBy(token: string) {
  const text = await (await asks(token)).text()
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  const one = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => {
    const read = new ICAL.Event(event)
    return {
      uid: read.uid,
      sequence: Number(event.getFirstPropertyValue('sequence') ?? 0),
      status: String(event.getFirstPropertyValue('status')),
      summary: read.summary,
      location: read.location,
      start: read.startDate.toJSDate().toISOString(),
    }
  })
  const other = Object.values(sync.parseICS(text)).filter((each) => each?.type === 'VEVENT')
  expect(other.map((event) => ({ uid: event.uid, summary: event.summary, start: event.start.toISOString() }))).toEqual(
    one.map(({ uid, summary, start }) => ({ uid, summary, start })),
  )
  return one
}

async function agreed(title: string, starts_at: string) {
  const lot = await given.listing({ title, must_go_by: null })
  const claim = await given.claim({ listing_id: lot.id, state: 'confirmed' })
  const ask = { starts_at: toRome(starts_at), minutes: 60, note: '', override_reason: '' }
  const propose = (at: string) =>
    write(db, (trx) => proposePickup(trx, actOf('bruno', now), claim.id, { ...ask, starts_at: toRome(at) }))
  const first = await propose(starts_at)
  if (!('pickup' in first)) throw new Error(first.refused)
  await write(db, (trx) => confirmPickup(trx, actOf('ada'), first.pickup.id))
  return { pickup: first.pickup, claim, propose }
}

describe('a private calendar', () => {
  test('is shown once, replaced, closed; only a digest of its token is kept', async () => {
    const first = await tokenOf('bruno')
    expect((await asks(first)).status).toBe(200)
    const kept = await db.selectFrom('calendar_feeds').selectAll().execute()
    expect(JSON.stringify(kept)).not.toContain(first)
    const second = await tokenOf('bruno')
    await expect(asks(first)).rejects.toMatchObject({ init: { status: 404 } })
    expect((await page(await asked('bruno'))).calendars).toMatchObject([{ slug: '', is_open: true }])
    await close(await asked('bruno', { hub: '' }))
    await expect(asks(second)).rejects.toMatchObject({ init: { status: 404 } })
  })

  test('is not sent again while nothing has changed', async () => {
    const token = await tokenOf('bruno')
    await agreed('Travi', later(now, { days: 2 }))
    const etag = (await asks(token)).headers.get('ETag') ?? ''
    clockAt(later(now, { hours: 3 }))
    expect((await asks(token, { 'If-None-Match': etag })).status).toBe(304)
    await agreed('Porte', later(now, { days: 3 }))
    expect((await asks(token, { 'If-None-Match': etag })).status).toBe(200)
  })

  test('carries accents, commas and long names through folding', async () => {
    const title =
      'Perché no? Più di venti assi di città; «così», belle, e un po’ di ferro vecchio — già segate à mano 🪵🪵🪵'
    await agreed(title, later(now, { days: 2 }))
    expect(await readBy(await tokenOf('bruno'))).toMatchObject([{ summary: `Ritiro: ${title}`, status: 'CONFIRMED' }])
  })

  test('moves with the pickup under one UID, and shows it called off for thirty days', async () => {
    const { pickup, propose } = await agreed('Travi', later(now, { days: 2 }))
    const token = await tokenOf('bruno')
    const [before] = await readBy(token)
    const moved = await propose(later(now, { days: 4 }))
    if (!('pickup' in moved)) throw new Error(moved.refused)
    const [after, ...more] = await readBy(token)
    expect(more).toEqual([])
    expect(after).toMatchObject({ uid: pickup.calendar_uid, status: 'TENTATIVE', start: later(now, { days: 4 }) })
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 9)
    await write(db, (trx) => cancelPickup(trx, actOf('ada'), moved.pickup.id, ''))
    const [off] = await readBy(token)
    expect(off).toMatchObject({ uid: pickup.calendar_uid, status: 'CANCELLED' })
    expect(off?.sequence).toBeGreaterThan(after?.sequence ?? 9)
    clockAt(later(now, { days: 29 }))
    expect(await readBy(token)).toHaveLength(1)
    clockAt(later(now, { days: 35 }))
    expect(await readBy(token)).toEqual([])
  })

  test('says ten o’clock in Rome before and after the clocks change', async () => {
    await agreed('Prima', '2027-03-27T09:00:00.000Z')
    await agreed('Dopo', '2027-03-29T08:00:00.000Z')
    const starts = (await readBy(await tokenOf('bruno'))).map(({ start }) => toRome(start))
    expect(starts).toEqual(['2027-03-27T10:00', '2027-03-29T10:00'])
  })

  test('names the street to those who may see it, and to them only while they may', async () => {
    const { pickup } = await agreed('Travi', later(now, { days: 2 }))
    const token = await tokenOf('bruno')
    expect((await readBy(token))[0]?.location).toBe('via Nomentana 411, scala B, Roma')
    await write(db, (trx) => cancelPickup(trx, actOf('ada'), pickup.id, ''))
    expect((await readBy(token))[0]?.location).toBe('Montesacro')
    await given.pickup([(await given.claim({ listing_id: (await given.listing()).id, state: 'offered' })).id])
    expect(JSON.stringify(await readBy(token))).not.toContain('Nomentana')
  })
})

describe('a hub’s calendar', () => {
  test('is for those who coordinate it, for as long as they do', async () => {
    await agreed('Travi', later(now, { days: 2 }))
    expect(await open(await asked('pia', { hub: 'officine-zero' }))).toMatchObject({ init: { status: 403 } })
    const token = await tokenOf('dario', 'officine-zero')
    expect(await readBy(token)).toMatchObject([
      { summary: 'Ritiro: Travi', location: 'via Nomentana 411, scala B, Roma' },
    ])
    expect(await readBy(await tokenOf('pia', 'borgata'))).toEqual([])
    await db.deleteFrom('hub_coordinators').where('member_id', '=', 'dario').execute()
    await expect(asks(token)).rejects.toMatchObject({ init: { status: 404 } })
  })

  test('has what is brought, by whom, until it is given back', async () => {
    const made = { series_id: null, offered_by: 'dario', booked: 0, closed_at: null, close_reason: '' }
    const slot = { id: 'slot', hub_id: 'oz', kind: 'drop_off', capacity: 2 } as const
    const times = { starts_at: '2026-11-25T08:00:00.000Z', ends_at: '2026-11-25T09:00:00.000Z' }
    await db
      .insertInto('hub_hours')
      .values({ hub_id: 'oz', weekday: 'wed', from_time: '09:00', to_time: '13:00' })
      .execute()
    await db
      .insertInto('slots')
      .values({ ...made, ...slot, ...times })
      .execute()
    const ask = { starts_at: times.starts_at, note: 'sei porte' }
    const booked = await write(db, (trx) => bookDropOff(trx, actOf('ada'), 'officine-zero', ask))
    const [hubs, hers] = [await tokenOf('dario', 'officine-zero'), await tokenOf('ada')]
    expect(await readBy(hubs)).toMatchObject([
      { summary: 'Porta: Ada Ferri, sei porte', status: 'CONFIRMED', sequence: 0 },
    ])
    expect(await readBy(hers)).toMatchObject([{ summary: 'Porti a OZ – Officine Zero', start: times.starts_at }])
    if ('booking' in booked) await write(db, (trx) => releaseBooking(trx, actOf('ada'), booked.booking.id, ''))
    expect(await readBy(hubs)).toMatchObject([{ status: 'CANCELLED', sequence: 1 }])
  })
})
