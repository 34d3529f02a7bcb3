import { beforeEach, describe, expect, test } from 'vitest'
import { makeHandoverCode } from '#app/domain/claims/handover-code.server.ts'
import { retireVehicle } from '#app/domain/hubs/keep-vehicle.server.ts'
import { cancelClaim } from '#app/domain/pickups/cancel-claim.server.ts'
import { sayAvailability } from '#app/domain/pickups/say-availability.server.ts'
import { balanceOf } from '#app/domain/rounds/balance.ts'
import { closeRound } from '#app/domain/rounds/close-round.server.ts'
import { collectOf, dayProblem, deliverOf } from '#app/domain/rounds/day-problem.ts'
import type { Weighing } from '#app/domain/rounds/deed-ask.ts'
import { errandsOn } from '#app/domain/rounds/errands.read.server.ts'
import { movesOf } from '#app/domain/rounds/moves.read.server.ts'
import { publishRound } from '#app/domain/rounds/publish-round.server.ts'
import { recordDeed } from '#app/domain/rounds/record-deed.server.ts'
import { breakDown } from '#app/domain/rounds/settle-stop.server.ts'
import { startRound } from '#app/domain/rounds/start-round.server.ts'
import { write } from '#app/domain/write.server.ts'
import { codeOf } from '#tests/support/handover-steps.ts'
import { arrange, factsOf, givenDelivery, givenHubErrand, givenVan, tomorrow } from '#tests/support/round-day.ts'
import { onTheDay, plannedRound, roundNamed, startedRound } from '#tests/support/round-road.ts'
import { actOf, db, freshWorld, given, now } from '#tests/support/world.ts'

const hub = { id: 'oz', place_id: 'oz-yard' }
const driver = actOf('dario', onTheDay)

beforeEach(freshWorld)

type Claim = { id: string }

/** On the road, with these stops. */
async function onTheRoad(van: string, claims: readonly Claim[], stops: string[]) {
  const arranged = await arrange([{ vehicle: van, stops }])
  if ('refused' in arranged) throw new Error(arranged.refused)
  const round = await roundNamed(arranged.rounds[0] ?? '')
  await write(db, (trx) => publishRound(trx, actOf('dario'), round.id, round.version))
  await db.updateTable('pickups').set({ state: 'confirmed', confirmed_at: now, confirmed_by: 'ada' }).execute()
  await db.updateTable('claims').set({ state: 'scheduled' }).where('state', '=', 'confirmed').execute()
  for (const { id } of claims) await write(db, (trx) => makeHandoverCode(trx, actOf('ada'), id))
  await write(db, (trx) => startRound(trx, driver, round.id))
  return roundNamed(round.id)
}

let keys = 0
const moment = () => ({ happened_at: onTheDay, sent_at_phone: onTheDay, idempotency_key: `key-number-${keys++}` })

type What = { kind: 'collect' | 'deliver' | 'hub_out'; grams?: number; quantity?: number }

async function say(
  roundId: string,
  deed: Weighing['deed'],
  claim: Claim,
  { kind, grams = 21_000, quantity = 8 }: What,
) {
  const loads = (await roundNamed(roundId)).stops.flatMap((stop) => stop.loads)
  const load = loads.find((one) => one.claim_id === claim.id && one.kind === kind)
  const code = await codeOf(claim.id, deed === 'collected' ? 'giver' : 'taker')
  const proof = { proof_photo_hash: null, wrong_tries: 0, tare_g: 0, device: '', note: '', code }
  const weighed = { load_id: load?.id ?? '', quantity, grams, grade: 'A', photo_hash: null, ...moment() } as const
  const ask = { deed, ...weighed, ...proof, condition: 'as_described', reason: 'Marcio' } as Weighing
  return write(db, (trx) => recordDeed(trx, driver, roundId, ask))
}

const refuseStop = (roundId: string, stop_id: string) =>
  write(db, (trx) =>
    recordDeed(trx, driver, roundId, {
      ...{ deed: 'failed', stop_id, failure: 'refused_condition', note: '' },
      ...moment(),
    }),
  )

const breakVan = (roundId: string) => write(db, (trx) => breakDown(trx, driver, roundId))
const close = (roundId: string) => write(db, (trx) => closeRound(trx, driver, roundId))
const stopOf = async (roundId: string, kind: string) =>
  (await roundNamed(roundId)).stops.find((stop) => stop.kind === kind)

/** Two lots of one donor for one claimant, or for the hub: one stop for both. */
async function twoAtOnce(make: () => Promise<Claim>) {
  const claims = [await make(), await make()] as const
  const [errand] = await errandsOn(db, hub, tomorrow)
  expect(errand?.claims).toHaveLength(2)
  return { claims, errand: errand ?? { id: '' } }
}

/** From the hub's own yard to somebody who cannot come. */
async function fromTheYard() {
  const lot = await given.listing({ place_id: 'oz-yard' })
  const goal = { transport: 'needs_delivery', delivery_place_id: 'workshop' } as const
  return given.claim({ listing_id: lot.id, state: 'confirmed', qty_wanted: 8, ...goal })
}

describe('what is aboard stays with its van', () => {
  test('its delivery neither goes to another nor off the round', async () => {
    const { round, brought, van } = await startedRound()
    const second = await givenVan({ name: 'Ducato 2' })
    await say(round.id, 'collected', brought, { kind: 'collect' })
    const { id = '' } = (await stopOf(round.id, 'deliver')) ?? {}
    const rest = (await roundNamed(round.id)).stops.filter(
      ({ state, kind }) => state === 'planned' && kind === 'collect',
    )
    const stops = rest.map((stop) => stop.id)
    expect(await arrange([{ vehicle: van, stops }])).toEqual({ refused: 'aboard' })
    const moved = [
      { vehicle: van, stops },
      { vehicle: second, stops: [id] },
    ]
    expect(await arrange(moved)).toEqual({ refused: 'aboard' })
  })

  test('nor does a stop where half was done', async () => {
    const [van, second] = [await givenVan(), await givenVan({ name: 'Ducato 2' })]
    const { claims, errand } = await twoAtOnce(givenHubErrand)
    const round = await onTheRoad(van, claims, [collectOf(errand)])
    expect(await say(round.id, 'collected', claims[0], { kind: 'collect' })).toEqual({ deed: 'done' })
    const { id = '' } = (await stopOf(round.id, 'collect')) ?? {}
    expect(await arrange([{ vehicle: van, stops: [] }])).toEqual({ refused: 'aboard' })
    const moved = [
      { vehicle: van, stops: [] },
      { vehicle: second, stops: [id] },
    ]
    expect(await arrange(moved)).toEqual({ refused: 'aboard' })
  })

  test('of what was delivered in part the rest comes back, and the round balances', async () => {
    const { round, brought } = await startedRound()
    await say(round.id, 'collected', brought, { kind: 'collect' })
    const some = { kind: 'deliver', grams: 13_000, quantity: 5 } as const
    expect(await say(round.id, 'delivered', brought, some)).toEqual({ deed: 'done' })
    const rest = { kind: 'collect', grams: 8_000, quantity: 3 } as const
    expect(await say(round.id, 'hub_in', brought, rest)).toEqual({ deed: 'done' })
    expect(balanceOf(await movesOf(db, round.id)).open).toBe(0)
  })

  test('more than twice what the van can carry is a slip of the scale', async () => {
    const { round, brought } = await startedRound()
    const heavy = { kind: 'collect', grams: 99_999_000 } as const
    expect(await say(round.id, 'collected', brought, heavy)).toEqual({ refused: 'heavier-than-van' })
  })
})

test('who gave it to the driver has agreed to the time, and is asked for it no more', async () => {
  const { round, brought } = await plannedRound()
  const published = () => write(db, (trx) => publishRound(trx, actOf('dario'), round.id, round.version))
  expect(await published()).toMatchObject({ asked: 2 })
  expect(await published(), 'pressed twice').toMatchObject({ asked: 0, failed: [] })
  await write(db, (trx) => makeHandoverCode(trx, actOf('ada'), brought.id))
  await write(db, (trx) => startRound(trx, driver, round.id))
  await say(round.id, 'collected', brought, { kind: 'collect' })
  const claim = await db.selectFrom('claims').select('state').where('id', '=', brought.id).executeTakeFirstOrThrow()
  const pickups = await db.selectFrom('pickups').select(['state', 'confirmed_by']).orderBy('state').execute()
  expect(claim.state).toBe('scheduled')
  expect(pickups).toContainEqual({ state: 'confirmed', confirmed_by: 'ada' })
})

describe('hours that were said or agreed stand on a draft too', () => {
  test('a donor who is there from three to six is not visited at eight', async () => {
    const van = await givenVan()
    const claim = await givenHubErrand()
    const hours = [{ weekday: 'wed', from_time: '15:00', to_time: '18:00' }] as const
    await write(db, (trx) =>
      sayAvailability(trx, actOf('ada'), claim.listing_id, { scope: 'lot', hours: [...hours], days: [] }),
    )
    await arrange([{ vehicle: van, stops: [collectOf(claim)] }])
    const [stop] = dayProblem(await factsOf()).stops
    expect(stop?.windows).toEqual([{ from: 15 * 3600, to: 18 * 3600 }])
  })

  test('nor is what starts at the hub brought at another time than agreed', async () => {
    const van = await givenVan()
    const claim = await fromTheYard()
    await given.pickup([claim.id], { state: 'confirmed' })
    const [waiting] = dayProblem(await factsOf()).stops
    expect(waiting?.windows).toHaveLength(1)
    await arrange([{ vehicle: van, stops: [deliverOf(claim)] }])
    expect(dayProblem(await factsOf()).stops[0]?.windows).toEqual(waiting?.windows)
  })
})

describe('a claim that has ended', () => {
  test('leaves the plan with its stops, and nobody is asked for a time for it', async () => {
    const { round, brought } = await plannedRound()
    await write(db, (trx) => cancelClaim(trx, actOf('bruno'), brought.id, 'Non mi serve'))
    const now = await roundNamed(round.id)
    expect(now.stops.flatMap(({ loads }) => loads).filter(({ claim_id }) => claim_id === brought.id)).toEqual([])
    expect(now.stops.filter(({ kind, loads }) => kind !== 'hub_in' && loads.length === 0)).toEqual([])
    expect(await write(db, (trx) => publishRound(trx, actOf('dario'), round.id, round.version))).toMatchObject({
      asked: 1,
    })
    const loads = db.selectFrom('round_loads').select('id').where('claim_id', '=', brought.id)
    expect(await loads.execute()).toEqual([])
  })

  test('is not fetched by a van on the road, and what is aboard comes back', async () => {
    const { round, taken, brought } = await startedRound()
    await say(round.id, 'collected', brought, { kind: 'collect' })
    await write(db, (trx) => cancelClaim(trx, actOf('bruno'), brought.id, 'Non mi serve'))
    expect(await say(round.id, 'delivered', brought, { kind: 'deliver' })).toEqual({ refused: 'no-such-load' })
    expect(await say(round.id, 'hub_in', brought, { kind: 'collect' })).toEqual({ deed: 'done' })
    await say(round.id, 'collected', taken, { kind: 'collect' })
    await say(round.id, 'hub_in', taken, { kind: 'collect' })
    expect(await close(round.id)).not.toHaveProperty('refused')
  })
})

describe('a van that breaks down', () => {
  test('where half of a stop was delivered: the other half is aboard no more than before', async () => {
    const van = await givenVan()
    const { claims, errand } = await twoAtOnce(givenDelivery)
    const round = await onTheRoad(van, claims, [collectOf(errand), deliverOf(errand)])
    await say(round.id, 'collected', claims[0], { kind: 'collect' })
    await say(round.id, 'delivered', claims[0], { kind: 'deliver' })
    expect(await breakVan(round.id)).toEqual({ freed: 2, rides: 0 })
    const states = (await roundNamed(round.id)).stops.map(({ kind, state }) => `${kind} ${state}`)
    expect(states).toEqual(['collect done', 'deliver done', 'hub_in planned'])
    expect((await errandsOn(db, hub, tomorrow)).map(({ id }) => id)).toEqual([claims[1].id])
    expect(await close(round.id)).not.toHaveProperty('refused')
  })

  test('before it was loaded: all of it is free for another', async () => {
    const van = await givenVan()
    const claim = await fromTheYard()
    const round = await onTheRoad(van, [claim], [deliverOf(claim)])
    expect(round.stops.map(({ kind }) => kind)).toEqual(['hub_out', 'deliver', 'hub_in'])
    expect(await breakVan(round.id)).toEqual({ freed: 2, rides: 0 })
    expect(await errandsOn(db, hub, tomorrow)).toHaveLength(1)
    expect(await close(round.id)).not.toHaveProperty('refused')
  })
})

test('of two lots at a stop one was refused: the other, which is aboard, is still delivered', async () => {
  const van = await givenVan()
  const { claims, errand } = await twoAtOnce(givenDelivery)
  const round = await onTheRoad(van, claims, [collectOf(errand), deliverOf(errand)])
  await say(round.id, 'collected', claims[0], { kind: 'collect' })
  await refuseStop(round.id, (await stopOf(round.id, 'collect'))?.id ?? '')
  expect(await say(round.id, 'delivered', claims[0], { kind: 'deliver' })).toEqual({ deed: 'done' })
  expect((await stopOf(round.id, 'deliver'))?.state).toBe('done')
})

describe('what is thrown away from the van', () => {
  test('waits for no van any more', async () => {
    const { round, brought, taken } = await startedRound()
    await say(round.id, 'collected', taken, { kind: 'collect' })
    await say(round.id, 'hub_in', taken, { kind: 'collect' })
    await say(round.id, 'collected', brought, { kind: 'collect' })
    await refuseStop(round.id, (await stopOf(round.id, 'deliver'))?.id ?? '')
    expect(await say(round.id, 'disposed', brought, { kind: 'collect' })).toEqual({ deed: 'done' })
    expect(await close(round.id)).not.toHaveProperty('refused')
    expect(await errandsOn(db, hub, tomorrow)).toEqual([])
  })

  test('is not what the hub has taken over: its stock says what becomes of that', async () => {
    const { round, taken } = await startedRound()
    await say(round.id, 'collected', taken, { kind: 'collect' })
    expect(await say(round.id, 'disposed', taken, { kind: 'collect' })).toEqual({ refused: 'taken-by-hub' })
  })
})

test('a vehicle with a round to go stays in use', async () => {
  const { van } = await plannedRound()
  const retired = await write(db, (trx) => retireVehicle(trx, actOf('dario'), 'officine-zero', van))
  expect(retired).toEqual({ refused: 'has-rounds' })
})
