import { beforeEach, describe, expect, test } from 'vitest'
import { closeDays } from '#app/domain/hubs/close-days.server.ts'
import { later } from '#app/domain/instant.ts'
import { bookDropOff } from '#app/domain/pickups/book-slot.server.ts'
import { CollectionAsk } from '#app/domain/pickups/collection-ask.ts'
import { offerSlots } from '#app/domain/pickups/offer-slots.server.ts'
import { planCollections } from '#app/domain/pickups/plan-collections.server.ts'
import { SlotsAsk } from '#app/domain/pickups/slot-ask.ts'
import { collectOf, deliverOf } from '#app/domain/rounds/day-problem.ts'
import { publishRound } from '#app/domain/rounds/publish-round.server.ts'
import { write } from '#app/domain/write.server.ts'
import { loader } from '#app/routes/board/route.tsx'
import { arrange, factsOf, givenDelivery, givenHubErrand, givenVan, tomorrow } from '../support/round-day.ts'
import { actOf, context, db, freshWorld, given, type Neighbour, now, signedInRequest } from '../support/world.ts'

beforeEach(freshWorld)

const everyThursday = {
  organisation_id: 'edilferro',
  rhythm: 'weekly',
  weekday: 'thu',
  nth: '1',
  hours: '9–11',
  starts_on: '2026-11-24',
  note: '',
}

const board = async (who: Neighbour, query = '') =>
  loader({ request: await signedInRequest(who, `/board${query}`), params: {}, context })

/** Tomorrow's van with all that waits, in the order of the day's errands. */
async function plannedRound() {
  const vehicle = await givenVan()
  await givenHubErrand()
  await givenDelivery()
  const facts = await factsOf()
  const stops = facts.errands.flatMap((errand) => [
    ...(errand.collect ? [collectOf(errand)] : []),
    ...(errand.deliver ? [deliverOf(errand)] : []),
  ])
  await arrange([{ vehicle, stops }], { facts })
  return db.selectFrom('rounds').select(['id', 'version']).executeTakeFirstOrThrow()
}

describe('the calendar', () => {
  test('has rounds, pickups, who brings, who is visited and the days it is shut, each in its place', async () => {
    const { id } = await plannedRound()
    const lot = await given.listing()
    const claim = await given.claim({ listing_id: lot.id, state: 'scheduled' })
    await given.pickup([claim.id], { state: 'confirmed' })
    await db
      .insertInto('hub_hours')
      .values({ hub_id: 'oz', weekday: 'wed', from_time: '09:00', to_time: '13:00' })
      .execute()
    const times = SlotsAsk.parse({
      kind: 'drop_off',
      capacity: '2',
      every_minutes: '30',
      hours: '9–12',
      when: 'wed',
      day: '',
    })
    await write(db, (trx) => offerSlots(trx, actOf('dario'), 'officine-zero', times))
    const at = { starts_at: '2026-11-25T08:00:00.000Z', note: 'Porte' }
    await write(db, (trx) => bookDropOff(trx, actOf('ada'), 'officine-zero', at))
    const plan = CollectionAsk.parse(everyThursday)
    await write(db, (trx) => planCollections(trx, actOf('dario'), 'officine-zero', plan))
    const shut = { from_day: '2026-11-28', to_day: '2026-11-29', reason: 'Inventario' }
    await write(db, (trx) => closeDays(trx, actOf('dario'), 'officine-zero', shut))

    const { agenda } = await board('dario')
    const seen = agenda.flatMap(({ date, entries }) => entries.map((entry) => [date.slice(8), entry.kind]))
    expect(seen).toEqual([
      ['25', 'round'],
      ['25', 'drop_off'],
      ['25', 'pickup'],
      ['26', 'collection'],
      ['28', 'closed'],
      ['29', 'closed'],
    ])
    const round = { kind: 'round', id, to: `/rounds/${id}`, name: 'Ducato 1', state: 'draft', stops: 3 }
    expect(agenda[2]?.entries[0]).toMatchObject(round)
    expect(agenda[2]?.entries[1]).toMatchObject({ booked: 1, capacity: 2 })
  })

  test('is of one’s own hubs', async () => {
    await plannedRound()
    const seen = (await board('pia')).agenda.flatMap(({ entries }) => entries)
    expect(seen).toEqual([])
    expect((await board('elena')).agenda.flatMap(({ entries }) => entries)).toHaveLength(1)
    expect((await board('elena', '?hub=borgata')).agenda.flatMap(({ entries }) => entries)).toEqual([])
  })
})

describe('what is at risk', () => {
  const kinds = async (who: Neighbour = 'dario') => (await board(who)).risks.map(({ kind }) => kind)

  test('is nothing on a calm day', async () => expect(await kinds()).toEqual([]))

  test('a round nobody closed, and one that should have left', async () => {
    const { id, version } = await plannedRound()
    await write(db, (trx) => publishRound(trx, actOf('dario'), id, version))
    await db
      .updateTable('rounds')
      .set({ day: '2026-11-24', leaves_at: later(now, { hours: -1 }) })
      .execute()
    expect((await board('dario')).risks[0]).toMatchObject({ kind: 'late_start', name: 'Ducato 1', to: `/rounds/${id}` })
    const wednesday = await board('dario', '?day=2026-11-25')
    expect(wednesday.risks[0]).toMatchObject({ kind: 'late_start' })
    await db.updateTable('rounds').set({ day: '2026-11-23' }).execute()
    expect((await board('dario')).risks[0]).toMatchObject({ kind: 'unclosed', day: '2026-11-23' })
    expect(await kinds('pia')).toEqual([])
  })

  test('a pickup so near that it should be confirmed, a promise that runs out, a lot nobody wants', async () => {
    const soon = await given.listing()
    const asked = await given.claim({ listing_id: soon.id, state: 'confirmed' })
    await given.pickup([asked.id], { state: 'proposed' })
    const short = await given.listing({ must_go_by: later(now, { days: 2 }) })
    await given.claim({ listing_id: short.id, state: 'confirmed' })
    await given.listing({ must_go_by: later(now, { days: 2 }), title: 'Porte' })
    const whole = await given.listing({ must_go_by: later(now, { days: 2 }), total: 8, title: 'Promesse' })
    const promised = await given.claim({ listing_id: whole.id, state: 'scheduled', qty_wanted: 8 })
    await given.pickup([promised.id], { state: 'confirmed' })
    expect((await board('dario')).risks).toEqual([
      { kind: 'unconfirmed', to: '#calendar', count: 1 },
      { kind: 'expiring', to: '#undated', count: 1 },
      { kind: 'unwanted', to: '#due', count: 1 },
    ])
  })
})

describe('the map', () => {
  test('knows the stops of the day’s rounds by their doors where one coordinates', async () => {
    await plannedRound()
    const { rounds } = await board('dario', `?day=${tomorrow}`)
    expect(rounds[0]?.stops).toHaveLength(3)
    for (const { spot } of rounds[0]?.stops ?? []) expect(spot?.radius_m).toBe(0)
    const doors = await db.selectFrom('place_doors').select('latitude_e6').execute()
    const known = doors.map(({ latitude_e6 }) => latitude_e6 / 1e6)
    for (const { spot } of rounds[0]?.stops ?? []) expect(known).toContain(spot?.latitude)
  })

  test('shows what has no date as a circle, never as a door', async () => {
    const lot = await given.listing()
    await given.claim({ listing_id: lot.id, state: 'confirmed' })
    const [waiting] = (await board('dario')).undated
    expect(waiting?.spot?.radius_m).toBeGreaterThan(0)
  })
})
