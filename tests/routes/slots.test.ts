import { beforeEach, describe, expect, test } from 'vitest'
import { loader as booking } from '#app/routes/bookings.$bookingId/route.tsx'
import { action as release } from '#app/routes/bookings.$bookingId_.release/route.ts'
import { action as pick, loader as picking } from '#app/routes/claims.$claimId_.slots/route.tsx'
import { loader as hub } from '#app/routes/hubs.$hubSlug/route.tsx'
import { action as book, loader as booking_form } from '#app/routes/hubs.$hubSlug_.bookings.new/route.tsx'
import { action as end } from '#app/routes/hubs.$hubSlug_.series.$seriesId.end/route.ts'
import { action as offer, loader as slots } from '#app/routes/hubs.$hubSlug_.slots/route.tsx'
import { action as close, loader as closing } from '#app/routes/hubs.$hubSlug_.slots_.closure/route.tsx'
import { context, db, freshWorld, given, type Neighbour, posted, requestTo, signedInRequest } from '../support/world.ts'

const at = '2026-11-25T08:00:00.000Z'
const wednesdays = { kind: 'drop_off', when: 'wed', day: '', hours: '9–12', every_minutes: '30', capacity: '1' }

beforeEach(async () => {
  await freshWorld()
  const span = { from_time: '09:00', to_time: '13:00' }
  await db
    .insertInto('hub_hours')
    .values({ hub_id: 'oz', weekday: 'wed', ...span })
    .execute()
})

type More = { params?: Record<string, string>; query?: string }
const asked = async (who: Neighbour, fields?: Record<string, string>, { params = {}, query = '' }: More = {}) => ({
  request: await signedInRequest(who, `/hubs/officine-zero/slots${query}`, fields ? posted(fields) : {}),
  params: { hubSlug: 'officine-zero', ...params },
  context,
})
const locationOf = (reply: unknown) => (reply as Response).headers.get('Location')

test('the public page offers the free times of two weeks, and what a member may collect', async () => {
  await offer(await asked('dario', wednesdays))
  await offer(await asked('dario', { ...wednesdays, kind: 'pickup' }))
  const lot = await given.listing({ place_id: 'oz-yard' })
  const claim = await given.claim({ listing_id: lot.id, state: 'confirmed' })
  const params = { hubSlug: 'officine-zero' }
  const seen = await hub({ request: requestTo('/hubs/officine-zero'), params, context })
  expect(seen.slots.bring).toHaveLength(12)
  expect(seen.slots).toMatchObject({ collect: 12, claims: [] })
  const mine = await hub({ request: await signedInRequest('bruno', '/hubs/officine-zero'), params, context })
  expect(mine.slots.claims).toMatchObject([{ id: claim.id }])
})

describe('bringing something', () => {
  test('is booked in two steps, seen by both sides alone, and given back', async () => {
    await offer(await asked('dario', wednesdays))
    expect(await booking_form(await asked('ada', undefined, { query: `?at=${at}` }))).toMatchObject({ at })
    expect(await booking_form(await asked('ada', undefined, { query: '?at=domani' }))).toMatchObject({ at: null })
    const page = locationOf(await book(await asked('ada', { starts_at: at, note: 'Sei porte' })))
    const params = { bookingId: page?.split('/').at(-1) ?? '' }
    expect(await booking(await asked('ada', undefined, { params }))).toMatchObject({
      booking: { note: 'Sei porte', hub_slug: 'officine-zero' },
      may_release: true,
    })
    expect(await booking(await asked('dario', undefined, { params }))).toMatchObject({ by: 'Ada F.' })
    await expect(booking(await asked('bruno', undefined, { params }))).rejects.toMatchObject({ init: { status: 404 } })
    expect(await book(await asked('bruno', { starts_at: at, note: 'Travi' }))).toMatchObject({
      data: { refused: 'slot-taken', typed: { note: 'Travi' } },
      init: { status: 409 },
    })
    expect(locationOf(await release(await asked('ada', {}, { params })))).toBe(page)
    expect(await booking(await asked('ada', undefined, { params }))).toMatchObject({
      stands: false,
      may_release: false,
    })
    expect(await book(await asked('bruno', { starts_at: 'presto', note: 'Travi' }))).toMatchObject({
      init: { status: 422 },
    })
  })
})

describe('coming to collect', () => {
  test('is one press on a free time', async () => {
    await offer(await asked('dario', { ...wednesdays, kind: 'pickup' }))
    const lot = await given.listing({ place_id: 'oz-yard' })
    const claim = await given.claim({ listing_id: lot.id, state: 'confirmed' })
    const params = { claimId: claim.id }
    expect((await picking(await asked('bruno', undefined, { params }))).free).toHaveLength(12)
    expect(locationOf(await pick(await asked('bruno', { starts_at: at }, { params })))).toBe(`/claims/${claim.id}`)
    expect(await db.selectFrom('pickups').select('state').execute()).toEqual([{ state: 'confirmed' }])
  })

  test('is not offered where the lot is not at a hub', async () => {
    const claim = await given.claim({ listing_id: (await given.listing()).id, state: 'confirmed' })
    const params = { claimId: claim.id }
    await expect(picking(await asked('bruno', undefined, { params }))).rejects.toMatchObject({ init: { status: 404 } })
    expect(await pick(await asked('bruno', { starts_at: at }, { params }))).toMatchObject({
      data: { refused: 'not-at-the-hub' },
    })
  })
})

describe('the coordinator’s page', () => {
  test('shows who comes, closes a slot with a reason, ends a series', async () => {
    expect(await offer(await asked('pia', wednesdays))).toMatchObject({ init: { status: 403 } })
    await offer(await asked('dario', wednesdays))
    await book(await asked('ada', { starts_at: at, note: 'Sei porte' }))
    await expect(slots(await asked('pia'))).rejects.toMatchObject({ init: { status: 404 } })
    const page = await slots(await asked('dario', undefined, { query: '?day=2026-11-25' }))
    expect(page.slots[0]).toMatchObject({ starts_at: at, booked: 1, who: [{ name: 'Ada F.', note: 'Sei porte' }] })
    expect(page.week.find(({ date }) => date === '2026-11-25')).toEqual({ date: '2026-11-25', booked: 1 })

    const one = { kind: 'drop_off', starts_at: at }
    expect(await closing(await asked('dario', undefined, { query: `?kind=drop_off&at=${at}` }))).toMatchObject({
      title: 'Chiudere Porta qui, mer 25 novembre, 9:00?',
    })
    expect(await close(await asked('dario', { ...one, reason: '' }))).toMatchObject({ init: { status: 422 } })
    expect(locationOf(await close(await asked('dario', { ...one, reason: 'manca chi apre' })))).toBe(
      '/hubs/officine-zero/slots?day=2026-11-25',
    )
    const after = await slots(await asked('dario', undefined, { query: '?day=2026-11-25' }))
    expect(after.slots[0]).toMatchObject({ closed: 'manca chi apre', who: [] })
    const params = { seriesId: after.series[0]?.id ?? '' }
    expect(locationOf(await end(await asked('dario', {}, { params })))).toBe('/hubs/officine-zero/slots')
    expect((await slots(await asked('dario'))).series).toEqual([])
  })

  test('keeps what was typed', async () => {
    const typed = { ...wednesdays, hours: 'mattina', when: 'once' }
    expect(await offer(await asked('dario', typed))).toMatchObject({
      data: { errors: { hours: 'errors.hours-one' }, typed },
      init: { status: 422 },
    })
    expect(await offer(await asked('dario', { ...wednesdays, hours: '20–22' }))).toMatchObject({
      data: { refused: 'outside-hours', typed: { hours: '20–22' } },
      init: { status: 409 },
    })
  })
})
