import { beforeEach, describe, expect, test } from 'vitest'
import { closeDays } from '#app/domain/hubs/close-days.server.ts'
import { bookPickupSlot } from '#app/domain/pickups/book-pickup-slot.server.ts'
import { bookDropOff } from '#app/domain/pickups/book-slot.server.ts'
import { cancelPickup } from '#app/domain/pickups/cancel-pickup.server.ts'
import { closeSlot } from '#app/domain/pickups/close-slot.server.ts'
import { endSeries, offerSlots } from '#app/domain/pickups/offer-slots.server.ts'
import { releaseBooking } from '#app/domain/pickups/release-booking.server.ts'
import { remindOfBooking } from '#app/domain/pickups/remind-of-booking.server.ts'
import { SlotsAsk } from '#app/domain/pickups/slot-ask.ts'
import { freeSlots } from '#app/domain/pickups/slots.read.server.ts'
import { write } from '#app/domain/write.server.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

const wednesdayAtNine = '2026-11-25T08:00:00.000Z'
const wednesdayAtHalfPast = '2026-11-25T08:30:00.000Z'

beforeEach(async () => {
  await freshWorld()
  await db
    .insertInto('hub_hours')
    .values([
      { hub_id: 'oz', weekday: 'wed', from_time: '09:00', to_time: '13:00' },
      { hub_id: 'oz', weekday: 'sat', from_time: '09:00', to_time: '13:00' },
    ])
    .execute()
})

const usual = { kind: 'drop_off', capacity: '2', every_minutes: '30', hours: '9–12', when: 'wed', day: '' }
const offer = (facts: Partial<typeof usual> = {}, who: Neighbour = 'dario') =>
  write(db, (trx) => offerSlots(trx, actOf(who), 'officine-zero', SlotsAsk.parse({ ...usual, ...facts })))
const book = (who: Neighbour, starts_at = wednesdayAtNine, at = now) =>
  write(db, (trx) => bookDropOff(trx, actOf(who, at), 'officine-zero', { starts_at, note: 'Due porte' }))
const free = async (kind: 'drop_off' | 'pickup' = 'drop_off') =>
  (await freeSlots(db, 'oz', kind, now)).map(({ starts_at }) => starts_at)
const booked = async () =>
  (await db.selectFrom('slots').select(['starts_at', 'booked']).where('booked', '>', 0).execute()).map((slot) => [
    slot.starts_at,
    slot.booked,
  ])
const calendarsMailed = async () => {
  const mails = await db.selectFrom('mails').select('attachment').where('attachment', 'is not', null).execute()
  const said = (text: string | null, name: string) => new RegExp(`${name}:(\\w+)`).exec(text ?? '')?.[1]
  return mails.map(({ attachment }) => [said(attachment, 'METHOD'), said(attachment, 'SEQUENCE')]).sort()
}
const told = (kind: string) => db.selectFrom('notices').select('member_id').where('kind', '=', kind).execute()

describe('offering slots', () => {
  test('every Wednesday from nine to twelve, every half hour: six a week, for two weeks', async () => {
    expect(await offer()).toMatchObject({ hub_id: 'oz' })
    const slots = await free()
    expect(slots).toHaveLength(12)
    expect(slots.slice(0, 2)).toEqual([wednesdayAtNine, wednesdayAtHalfPast])
    expect(slots.at(-1)).toBe('2026-12-02T10:30:00.000Z')
  })

  test('is for the hub’s coordinators, within its hours, and not over others of the kind', async () => {
    expect(await offer({}, 'pia')).toEqual({ refused: 'not-yours' })
    expect(await offer({ when: 'mon' })).toEqual({ refused: 'outside-hours' })
    expect(await offer({ hours: '14–16' })).toEqual({ refused: 'outside-hours' })
    await offer()
    expect(await offer({ hours: '11–13' })).toEqual({ refused: 'overlaps' })
    expect(await offer({ when: 'once', day: '2026-11-25', hours: '11:30–13' })).toEqual({ refused: 'overlaps' })
    expect(await offer({ kind: 'pickup' })).toHaveProperty('series_id')
    expect(await offer({ when: 'once', day: '2026-11-28', hours: '9–10' })).toEqual({ hub_id: 'oz', slots: 2 })
    expect(await offer({ when: 'once', day: '2026-11-21', hours: '9–10' })).toEqual({ refused: 'in-the-past' })
  })

  test('nor over single ones, nor over what is booked of a series that has ended, unless it is the same', async () => {
    await offer({ when: 'once', day: '2026-11-28', hours: '9:15–10:15' })
    expect(await offer({ when: 'sat' })).toEqual({ refused: 'overlaps' })
    const series = await offer()
    expect(await book('ada', wednesdayAtHalfPast)).not.toHaveProperty('refused')
    const id = 'series_id' in series ? series.series_id : ''
    await write(db, (trx) => endSeries(trx, actOf('dario'), 'officine-zero', id))
    expect(await offer({ every_minutes: '60' })).toEqual({ refused: 'overlaps' })
    expect(await offer({ capacity: '3' })).toHaveProperty('series_id')
    expect((await free()).filter((time) => time === wednesdayAtHalfPast)).toHaveLength(1)
  })

  test('stops where the hub is closed, or its hours changed', async () => {
    await offer()
    await offer({ when: 'once', day: '2026-11-28', hours: '9–10' })
    await write(db, (trx) =>
      closeDays(trx, actOf('dario'), 'officine-zero', {
        from_day: '2026-11-25',
        to_day: '2026-11-25',
        reason: 'sciopero',
      }),
    )
    expect((await free())[0]).toBe('2026-11-28T08:00:00.000Z')
    await db.deleteFrom('hub_hours').where('weekday', '=', 'sat').execute()
    expect((await free())[0]).toBe('2026-12-02T08:00:00.000Z')
    expect(await book('ada')).toEqual({ refused: 'no-such-slot' })
    expect(await book('ada', '2026-11-28T08:00:00.000Z')).toEqual({ refused: 'no-such-slot' })
  })

  test('a series that ends takes no more, and keeps who had booked', async () => {
    const offered = await offer()
    await book('ada')
    const id = 'series_id' in offered ? offered.series_id : ''
    expect(await write(db, (trx) => endSeries(trx, actOf('dario'), 'officine-zero', id))).toEqual({ id })
    expect(await write(db, (trx) => endSeries(trx, actOf('dario'), 'officine-zero', id))).toEqual({
      refused: 'no-such-series',
    })
    expect(await book('bruno')).toEqual({ refused: 'no-such-slot' })
    expect(await booked()).toEqual([[wednesdayAtNine, 1]])
  })
})

describe('booking a place', () => {
  test('until none is left; one that is given back is free again', async () => {
    await offer()
    const first = await book('ada')
    expect(await book('ada')).toEqual({ refused: 'already-booked' })
    await book('bruno')
    expect(await book('chiara')).toEqual({ refused: 'slot-taken' })
    expect(await free()).not.toContain(wednesdayAtNine)
    const id = 'booking' in first ? first.booking.id : ''
    const release = (who: Neighbour) => write(db, (trx) => releaseBooking(trx, actOf(who), id, ''))
    expect(await release('bruno')).toEqual({ refused: 'not-yours' })
    expect(await release('ada')).toHaveProperty('booking')
    expect(await release('ada')).toEqual({ refused: 'already-answered' })
    expect(await booked()).toEqual([[wednesdayAtNine, 1]])
    expect(await book('chiara')).toHaveProperty('booking')
  })

  test('only in slots that are, to come, and not months ahead', async () => {
    await offer()
    expect(await book('ada', '2026-11-25T08:10:00.000Z')).toEqual({ refused: 'no-such-slot' })
    expect(await book('ada', '2026-12-30T08:00:00.000Z')).toEqual({ refused: 'too-far-ahead' })
    expect(await book('ada', wednesdayAtNine, '2026-11-25T08:00:00.000Z')).toEqual({ refused: 'in-the-past' })
  })

  test('is said at once, and again the evening before and two hours before', async () => {
    await offer()
    const done = await book('ada')
    const id = 'booking' in done ? done.booking.id : ''
    expect(await told('drop-off-booked')).toEqual([{ member_id: 'ada' }])
    expect(await calendarsMailed()).toEqual([['REQUEST', '0']])
    const clocks = await db
      .selectFrom('clocks')
      .select('due_at')
      .where('kind', '=', 'remind-booking')
      .orderBy('due_at')
      .execute()
    expect(clocks.map(({ due_at }) => due_at)).toEqual(['2026-11-24T16:00:00.000Z', '2026-11-25T06:00:00.000Z'])
    const remind = (at: string) => write(db, (trx) => remindOfBooking(trx, { ...actOf('ada', at), via: 'job' }, id))
    expect(await remind('2026-11-24T16:00:00.000Z')).toMatchObject({ moment: 'eve' })
    expect(await remind('2026-11-25T06:00:00.000Z')).toMatchObject({ moment: 'soon' })
    expect(await told('drop-off-reminder')).toHaveLength(2)
    await write(db, (trx) => releaseBooking(trx, actOf('ada'), id, ''))
    expect(await remind('2026-11-25T06:30:00.000Z')).toEqual({ refused: 'not-to-come' })
  })

  test('a slot or a day that closes tells whoever had booked', async () => {
    await offer()
    await book('ada')
    await book('bruno', wednesdayAtHalfPast)
    const closing = { kind: 'drop_off', starts_at: wednesdayAtNine, reason: 'manca chi apre' } as const
    expect(await write(db, (trx) => closeSlot(trx, actOf('pia'), 'officine-zero', closing))).toEqual({
      refused: 'not-yours',
    })
    expect(await write(db, (trx) => closeSlot(trx, actOf('dario'), 'officine-zero', closing))).toEqual({
      called_off: 1,
    })
    expect(await book('chiara')).toEqual({ refused: 'slot-taken' })
    expect(await told('drop-off-cancelled')).toEqual([{ member_id: 'ada' }])
    expect(await calendarsMailed()).toEqual([
      ['CANCEL', '1'],
      ['REQUEST', '0'],
      ['REQUEST', '0'],
    ])
    const day = { from_day: '2026-11-25', to_day: '2026-11-25', reason: 'sciopero' }
    const close = (more: object) =>
      write(db, (trx) => closeDays(trx, actOf('dario'), 'officine-zero', { ...day, ...more }))
    const asking = { refused: 'calls-off', booked: 1, yes: '2026-11-25 2026-11-25 1' }
    expect(await close({})).toEqual(asking)
    expect(await close({ yes: '2026-11-24 2026-11-24 1' })).toEqual(asking)
    expect(await booked()).toHaveLength(1)
    expect(await close({ yes: asking.yes })).toMatchObject({ called_off: 1 })
    expect(await booked()).toEqual([])
  })
})

describe('coming to collect at the hub', () => {
  async function promised() {
    const lot = await given.listing({ place_id: 'oz-yard' })
    return given.claim({ listing_id: lot.id, state: 'confirmed' })
  }
  const collect = (claimId: string, who: Neighbour, starts_at = wednesdayAtNine) =>
    write(db, (trx) => bookPickupSlot(trx, actOf(who), claimId, { starts_at, note: '' }))

  test('the pickup is agreed on at once, and its donor told once', async () => {
    await offer({ kind: 'pickup' })
    const claim = await promised()
    expect(await collect(claim.id, 'chiara')).toEqual({ refused: 'not-yours' })
    expect(await collect(claim.id, 'bruno')).toMatchObject({
      pickup: { state: 'confirmed', starts_at: wednesdayAtNine, confirmed_by: 'dario' },
    })
    const state = await db.selectFrom('claims').select('state').where('id', '=', claim.id).executeTakeFirst()
    expect(state).toEqual({ state: 'scheduled' })
    expect((await told('pickup-confirmed')).map(({ member_id }) => member_id).sort()).toEqual(['ada', 'bruno'])
    expect(await told('pickup-proposed')).toEqual([])
    expect(await booked()).toEqual([[wednesdayAtNine, 1]])
  })

  test('moving it gives the old place back and keeps its line in the calendar; so does calling it off', async () => {
    await offer({ kind: 'pickup', capacity: '1' })
    const claim = await promised()
    const first = await collect(claim.id, 'bruno')
    const second = await collect(claim.id, 'bruno', wednesdayAtHalfPast)
    if (!('pickup' in first) || !('pickup' in second)) throw new Error('not booked')
    expect(second.pickup).toMatchObject({ calendar_uid: first.pickup.calendar_uid, calendar_sequence: 1 })
    expect(await booked()).toEqual([[wednesdayAtHalfPast, 1]])
    await write(db, (trx) => cancelPickup(trx, actOf('bruno'), second.pickup.id, ''))
    expect(await booked()).toEqual([])
  })

  test('a slot that closes calls the pickup off, and the claim stands', async () => {
    await offer({ kind: 'pickup' })
    const claim = await promised()
    await collect(claim.id, 'bruno')
    const closing = { kind: 'pickup', starts_at: wednesdayAtNine, reason: 'manca chi apre' } as const
    expect(await write(db, (trx) => closeSlot(trx, actOf('dario'), 'officine-zero', closing))).toEqual({
      called_off: 1,
    })
    expect(await db.selectFrom('claims').select('state').execute()).toEqual([{ state: 'confirmed' }])
    expect(await booked()).toEqual([])
    const notices = await db.selectFrom('notices').select('details').where('kind', '=', 'pickup-cancelled').execute()
    expect(notices.map(({ details }) => details)).toEqual(
      ['ada', 'bruno'].map(() => expect.stringContaining('manca chi apre')),
    )
  })

  test('is for what lies at the hub, within the days of its lot', async () => {
    await offer({ kind: 'pickup' })
    const elsewhere = await given.claim({ listing_id: (await given.listing()).id, state: 'confirmed' })
    expect(await collect(elsewhere.id, 'bruno')).toEqual({ refused: 'not-at-the-hub' })
    const lot = await given.listing({ place_id: 'oz-yard', must_go_by: '2026-11-25T07:00:00.000Z' })
    const late = await given.claim({ listing_id: lot.id, state: 'confirmed' })
    expect(await collect(late.id, 'bruno')).toEqual({ refused: 'after-deadline' })
    expect(await booked()).toEqual([])
  })
})
