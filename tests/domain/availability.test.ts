import { beforeEach, describe, expect, test } from 'vitest'
import { availabilityOf, availabilityOn } from '#app/domain/pickups/availability.read.server.ts'
import { isOutside, possibleTimes, startsIn, timesOn } from '#app/domain/pickups/availability.ts'
import { AvailabilityAsk } from '#app/domain/pickups/availability-ask.ts'
import { proposePickup } from '#app/domain/pickups/propose-pickup.server.ts'
import { sayAvailability } from '#app/domain/pickups/say-availability.server.ts'
import { write } from '#app/domain/write.server.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

const wed = { weekday: 'wed', from_time: '09:00', to_time: '13:00' } as const
const evening = { weekday: 'wed', from_time: '17:00', to_time: '19:00' } as const
const anyLot = { available_from: null, must_go_by: null }
const nine = '2026-11-25T08:00:00.000Z'
const one = '2026-11-25T12:00:00.000Z'

describe('which times are possible', () => {
  test('those of a usual week, but on the days that are not as usual', () => {
    const said = {
      hours: [wed, evening],
      days: [
        { day: '2026-12-02', spans: '' },
        { day: '2026-12-03', spans: '8–9' },
      ],
    }
    expect(possibleTimes(said, anyLot, now)).toEqual([
      { starts_at: nine, ends_at: one },
      { starts_at: '2026-11-25T16:00:00.000Z', ends_at: '2026-11-25T18:00:00.000Z' },
      { starts_at: '2026-12-03T07:00:00.000Z', ends_at: '2026-12-03T08:00:00.000Z' },
    ])
  })

  test('within the days of the lot, and from now on', () => {
    const said = { hours: [wed], days: [] }
    const lot = { available_from: '2026-11-25T09:00:00.000Z', must_go_by: '2026-12-02T10:00:00.000Z' }
    expect(possibleTimes(said, lot, now)).toEqual([
      { starts_at: '2026-11-25T09:00:00.000Z', ends_at: one },
      { starts_at: '2026-12-02T08:00:00.000Z', ends_at: '2026-12-02T10:00:00.000Z' },
    ])
    expect(possibleTimes(said, anyLot, '2026-11-25T11:20:00.000Z')[0]?.starts_at).toBe('2026-11-25T11:20:00.000Z')
    expect(possibleTimes(said, { ...lot, must_go_by: now }, now)).toEqual([])
  })

  test('on a Roman clock, through the nights that skip an hour and have one twice', () => {
    const night = { hours: [{ weekday: 'sun', from_time: '01:00', to_time: '04:00' } as const], days: [] }
    const length = (day: string) =>
      timesOn(night, day)?.map(({ starts_at, ends_at }) => (Date.parse(ends_at) - Date.parse(starts_at)) / 3_600_000)
    expect([length('2026-03-29'), length('2026-10-25'), length('2026-11-01')]).toEqual([[2], [4], [3]])
    const skipped = { hours: [], days: [{ day: '2026-03-29', spans: '2:00–2:45' }] }
    expect(timesOn(skipped, '2026-03-29')?.length).toBe(1)
    expect(startsIn(timesOn(night, '2026-10-25') ?? [])).toEqual([
      '2026-10-25T01:00',
      '2026-10-25T02:00',
      '2026-10-25T03:00',
    ])
  })

  test('begin once an hour, on the quarter, while half an hour is left', () => {
    expect(startsIn([{ starts_at: '2026-11-25T08:05:00.000Z', ends_at: '2026-11-25T10:45:00.000Z' }])).toEqual([
      '2026-11-25T09:15',
      '2026-11-25T10:15',
      '2026-11-25T11:15',
    ])
    expect(startsIn([{ starts_at: nine, ends_at: '2026-11-25T08:20:00.000Z' }])).toEqual([])
  })

  test('all of them, where nothing was said; neighbouring hours are one stretch', () => {
    const times = { starts_at: nine, ends_at: one }
    expect(isOutside(times, { hours: [], days: [] })).toBe(false)
    expect(isOutside(times, { hours: [], days: [{ day: '2026-11-26', spans: '' }] })).toBe(false)
    expect(isOutside(times, { hours: [], days: [{ day: '2026-11-25', spans: '' }] })).toBe(true)
    expect(isOutside(times, { hours: [], days: [{ day: '2026-11-25', spans: '9–11, 11–13' }] })).toBe(false)
    expect(isOutside({ ...times, ends_at: '2026-11-25T12:30:00.000Z' }, { hours: [wed], days: [] })).toBe(true)
  })
})

const typed = { mon: '', tue: '', wed: '', thu: '', fri: '', sat: '', sun: '', scope: 'lot' }

describe('what is typed', () => {
  test('is a week and up to eight days, with every mistake beside its field', () => {
    const ask = { ...typed, wed: '9-13 e 17-19', day_0: '2026-12-02', hours_0: '', day_3: '2026-12-03', hours_3: '8-9' }
    expect(AvailabilityAsk.parse(ask)).toEqual({
      scope: 'lot',
      hours: [wed, evening],
      days: [
        { day: '2026-12-02', spans: '' },
        { day: '2026-12-03', spans: '8–9' },
      ],
    })
    const wrong = { ...typed, hours_0: '9-13', day_1: 'domani', day_2: '2026-12-02', day_3: '2026-12-02', hours_4: 'x' }
    const said = AvailabilityAsk.safeParse(wrong).error?.issues.map(({ path, message }) => [path[0], message])
    expect(said).toEqual([
      ['day_0', 'errors.required'],
      ['day_1', 'errors.date'],
      ['day_3', 'errors.day-twice'],
      ['day_4', 'errors.required'],
      ['hours_4', 'errors.hours'],
    ])
  })
})

describe('saying when a lot can be fetched', () => {
  beforeEach(freshWorld)
  const say = (listingId: string, facts: Record<string, string> = {}, who: Neighbour = 'ada') =>
    write(db, (trx) => sayAvailability(trx, actOf(who), listingId, AvailabilityAsk.parse({ ...typed, ...facts })))
  const said = async (listingId: string) => availabilityOf(db, listingId, '2026-11-24')

  test('is for the donor’s side and the hub’s coordinators, while the lot is there', async () => {
    const { id } = await given.listing()
    expect(await say(id, { wed: '9–13' })).toEqual({ listing_id: id })
    expect(await say(id, { wed: '9–13' }, 'dario')).toEqual({ listing_id: id })
    expect(await say(id, {}, 'bruno')).toEqual({ refused: 'not-yours' })
    expect(await say(id, {}, 'pia')).toEqual({ refused: 'not-yours' })
    expect(await say('no-lot')).toEqual({ refused: 'not-yours' })
    const edilferro = await given.listing({ donor_id: 'elena', organisation_id: 'edilferro' })
    expect(await say(edilferro.id, {}, 'ivo')).toEqual({ listing_id: edilferro.id })
    const gone = await given.listing({ state: 'closed' })
    expect(await say(gone.id)).toEqual({ refused: 'listing-closed' })
  })

  test('takes the place of what was said before; days gone by drop out; empty is any time', async () => {
    const { id } = await given.listing()
    await say(id, { wed: '9–13, 17–19', day_0: '2026-11-23', day_1: '2026-12-02' })
    expect(await said(id)).toMatchObject({ scope: 'lot', hours: [wed, evening], days: [{ day: '2026-12-02' }] })
    await say(id, { wed: '9–13' })
    expect(await said(id)).toMatchObject({ hours: [wed], days: [] })
    await say(id)
    expect(await said(id)).toEqual({ scope: undefined, hours: [], days: [] })
  })

  test('may hold for all from one place, unless a lot says otherwise, or the place is not the donor’s', async () => {
    const [one, other, own] = [await given.listing(), await given.listing(), await given.listing()]
    const cellar = await db.selectFrom('places').selectAll().where('id', '=', 'cellar').executeTakeFirstOrThrow()
    await db
      .insertInto('places')
      .values({ ...cellar, id: 'cellar-again' })
      .execute()
    const again = await given.listing({ place_id: 'cellar-again' })
    const far = await given.listing({ place_id: 'oz-yard' })
    await say(own.id, { day_0: '2026-12-02' })
    await say(one.id, { wed: '9–13', scope: 'place' })
    expect(await said(other.id)).toMatchObject({ scope: 'place', hours: [wed] })
    expect(await said(again.id)).toMatchObject({ scope: 'place', hours: [wed] })
    expect(await said(own.id)).toMatchObject({ scope: 'lot', hours: [], days: [{ day: '2026-12-02' }] })
    expect(await said(far.id)).toMatchObject({ scope: undefined })
    expect(await say(far.id, { scope: 'place' })).toEqual({ refused: 'not-their-place' })
    await say(again.id, { scope: 'place' })
    expect(await said(one.id)).toMatchObject({ scope: undefined })
  })

  test('gives a round the stretches of a day for the lots that have them', async () => {
    const [usual, unusual, silent] = [await given.listing(), await given.listing(), await given.listing()]
    await say(usual.id, { wed: '9–13' })
    await say(unusual.id, { day_0: '2026-11-25' })
    const ids = [usual.id, unusual.id, silent.id]
    expect(await availabilityOn(db, ids, '2026-11-25')).toEqual(
      new Map([
        [usual.id, [{ starts_at: nine, ends_at: one }]],
        [unusual.id, []],
      ]),
    )
    expect(await availabilityOn(db, ids, '2026-11-26')).toEqual(new Map([[usual.id, []]]))
    expect(await availabilityOn(db, [], '2026-11-26')).toEqual(new Map())
  })

  test('refuses no pickup: a time outside is proposed, and said to be', async () => {
    const { id } = await given.listing()
    const claim = await given.claim({ listing_id: id, state: 'confirmed' })
    await say(id, { wed: '9–13' })
    const propose = (starts_at: string) =>
      write(db, (trx) =>
        proposePickup(trx, actOf('bruno'), claim.id, { starts_at, minutes: 60, note: '', override_reason: '' }),
      )
    expect(await propose('2026-11-25T12:30')).toMatchObject({ is_outside: true })
    expect(await propose('2026-11-25T12:00')).toMatchObject({ is_outside: false })
  })
})
