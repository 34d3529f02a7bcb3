import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#app/domain/id.server.ts'
import { later } from '#app/domain/instant.ts'
import { isPhotoUsed, photosInUse } from '#app/domain/listings/photos.read.server.ts'
import type { AvailabilityAsk } from '#app/domain/pickups/availability-ask.ts'
import { sayAvailability } from '#app/domain/pickups/say-availability.server.ts'
import { balanceOf } from '#app/domain/rounds/balance.ts'
import { callOffRound } from '#app/domain/rounds/call-off-round.server.ts'
import { closeRound, explainDifference } from '#app/domain/rounds/close-round.server.ts'
import { collectOf, dayProblem } from '#app/domain/rounds/day-problem.ts'
import type { Weighing } from '#app/domain/rounds/deed-ask.ts'
import { errandsOn } from '#app/domain/rounds/errands.read.server.ts'
import { movesOf } from '#app/domain/rounds/moves.read.server.ts'
import { roundOf } from '#app/domain/rounds/plan.read.server.ts'
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

beforeEach(freshWorld)

describe('what waits for the van', () => {
  test('what the hub takes, and what goes to who cannot come, is an errand', async () => {
    const [taken, brought] = [await givenHubErrand(), await givenDelivery()]
    const errands = await errandsOn(db, hub, tomorrow)
    expect(errands.map(({ id }) => id).toSorted()).toEqual([taken.id, brought.id].toSorted())
    const delivery = errands.find(({ id }) => id === brought.id)
    expect(delivery?.collect?.place_id).toBe('cellar')
    expect(delivery?.deliver?.place_id).toBe('workshop')
    expect(delivery?.claims[0]).toMatchObject({ grams: 21_600, longest_mm: 1200, dm3: 65 })
  })

  test('what its claimant fetches is none', async () => {
    const lot = await given.listing()
    await given.claim({ listing_id: lot.id, state: 'confirmed', transport: 'van' })
    expect(await errandsOn(db, hub, tomorrow)).toEqual([])
  })

  test('with a time agreed it is an errand of that day alone', async () => {
    const claim = await givenHubErrand()
    await given.pickup([claim.id], { state: 'confirmed', claimant_id: 'dario' })
    expect(await errandsOn(db, hub, tomorrow)).toHaveLength(1)
    expect(await errandsOn(db, hub, '2026-11-26')).toEqual([])
  })

  test('a donor who is there from three to six is fetched from then, and on other days not at all', async () => {
    const claim = await givenHubErrand()
    const said: AvailabilityAsk = {
      scope: 'lot',
      hours: [{ weekday: 'wed', from_time: '15:00', to_time: '18:00' }],
      days: [],
    }
    await write(db, (trx) => sayAvailability(trx, actOf('ada'), claim.listing_id, said))
    const [stop] = dayProblem(await factsOf()).stops
    expect(stop?.windows).toEqual([{ from: 15 * 3600, to: 18 * 3600 }])
    expect(await errandsOn(db, hub, '2026-11-26')).toEqual([])
  })

  test('what belongs nowhere yet says so, and no van takes it', async () => {
    const lot = await given.listing()
    await given.claim({ listing_id: lot.id, state: 'confirmed', transport: 'needs_delivery' })
    expect(await errandsOn(db, hub, tomorrow)).toMatchObject([{ lacks_goal: true, deliver: undefined }])
  })
})

describe('a round is planned', () => {
  test('its stops are in order, with times, and it begins and ends at the hub', async () => {
    const { round } = await plannedRound()
    expect(round.stops.map(({ kind, position }) => [kind, position])).toEqual([
      ['collect', 1],
      ['collect', 2],
      ['deliver', 3],
      ['hub_in', 4],
    ])
    const times = round.stops.map(({ starts_at }) => starts_at ?? '')
    expect(times).toEqual(times.toSorted())
    expect(round.leaves_at && round.leaves_at >= `${tomorrow}T07:00`).toBe(true)
    expect(await errandsOn(db, hub, tomorrow)).toEqual([])
  })

  test('of two who change it at once the second is told, and nothing is overwritten', async () => {
    const { van, round } = await plannedRound()
    const facts = await factsOf()
    const [first, second, third] = round.stops.map(({ id }) => id)
    const turned = [{ vehicle: van, stops: [second ?? '', first ?? '', third ?? ''] }]
    expect(await arrange(turned, { facts })).not.toHaveProperty('refused')
    expect(await arrange([{ vehicle: van, stops: [] }], { facts })).toEqual({ refused: 'changed-meanwhile' })
    expect((await roundOf(db, round.id))?.stops.map(({ id }) => id).slice(0, 3)).toEqual(turned[0]?.stops)
  })

  test('only by who coordinates the hub', async () => {
    const van = await givenVan()
    const claim = await givenHubErrand()
    const orders = [{ vehicle: van, stops: [collectOf(claim)] }]
    expect(await arrange(orders, { who: 'pia' })).toEqual({ refused: 'not-yours' })
    expect(await arrange(orders)).not.toHaveProperty('refused')
  })

  test('taken off, an errand is free again and an empty draft is gone', async () => {
    const { van, round } = await plannedRound()
    expect(await arrange([{ vehicle: van, stops: [] }])).not.toHaveProperty('refused')
    expect(await roundOf(db, round.id)).toBeUndefined()
    expect(await errandsOn(db, hub, tomorrow)).toHaveLength(2)
  })

  test('called off, everything on it is free again', async () => {
    const { round } = await plannedRound()
    await write(db, (trx) => callOffRound(trx, actOf('dario'), round.id, round.version))
    expect(await errandsOn(db, hub, tomorrow)).toHaveLength(2)
  })

  test('published, everybody on it is proposed a time once', async () => {
    const { round } = await plannedRound()
    const told = await write(db, (trx) => publishRound(trx, actOf('dario'), round.id, round.version))
    expect(told).toMatchObject({ asked: 2, failed: [] })
    const pickups = await db.selectFrom('pickups').selectAll().execute()
    expect(pickups.map(({ state }) => state)).toEqual(['proposed', 'proposed'])
    const again = { asked: 0, failed: [] }
    expect(await write(db, (trx) => publishRound(trx, actOf('dario'), round.id, round.version))).toMatchObject(again)
    expect(await write(db, (trx) => publishRound(trx, actOf('pia'), round.id, round.version))).toHaveProperty('refused')
    expect(await db.selectFrom('pickups').selectAll().execute()).toHaveLength(2)
  })

  test('in an order that brings a lot before it is fetched it neither stands nor starts', async () => {
    const { van, round } = await plannedRound()
    const [first = '', second = '', third = ''] = round.stops.map(({ id }) => id)
    const arranged = async (stops: string[]) => {
      await arrange([{ vehicle: van, stops }])
      return (await roundOf(db, round.id))?.version ?? 0
    }
    const publish = (version: number) => write(db, (trx) => publishRound(trx, actOf('dario'), round.id, version))
    expect(await publish(await arranged([third, first, second]))).toEqual({ refused: 'wrong-order' })
    expect(await db.selectFrom('pickups').selectAll().execute()).toEqual([])
    expect(await publish(await arranged([first, second, third]))).toMatchObject({ asked: 2 })
    await arranged([third, first, second])
    const start = () => write(db, (trx) => startRound(trx, actOf('dario'), round.id))
    expect(await start()).toEqual({ refused: 'wrong-order' })
    await arranged([second, third, first])
    expect(await start()).not.toHaveProperty('refused')
  })
})

describe('on the road', () => {
  test('a round closes once every gram is accounted for', async () => {
    const { round, taken, brought } = await startedRound()
    await done(round.id, 'collected', taken, 'collect', 22_400)
    await done(round.id, 'collected', brought, 'collect', 21_000)
    expect(await write(db, (trx) => closeRound(trx, actOf('dario', onTheDay), round.id))).toEqual({
      refused: 'stops-left',
    })
    await done(round.id, 'delivered', brought, 'deliver', 21_000)
    expect(await write(db, (trx) => closeRound(trx, actOf('dario', onTheDay), round.id))).toEqual({
      refused: 'not-balanced',
    })
    await done(round.id, 'hub_in', taken, 'collect', 22_100)
    expect(balanceOf(await movesOf(db, round.id)).open).toBe(300)
    const why = { reason: 'La bilancia del furgone pesa di più', idempotency_key: 'difference-1' }
    await write(db, (trx) => explainDifference(trx, actOf('dario', onTheDay), round.id, why))
    expect(await write(db, (trx) => closeRound(trx, actOf('dario', onTheDay), round.id))).toMatchObject({
      round: { state: 'closed' },
    })
  })

  test('the database itself refuses to close a round that does not balance', async () => {
    const { round, taken } = await startedRound()
    await done(round.id, 'collected', taken, 'collect', 22_400)
    const closing = db
      .updateTable('rounds')
      .set({ state: 'closed', ended_at: now })
      .where('id', '=', round.id)
      .execute()
    await expect(closing).rejects.toThrow('a closed round balances')
  })

  test('what is sent twice happened once, even after the round was closed', async () => {
    const { round, taken } = await startedRound()
    const sent = await done(round.id, 'collected', taken, 'collect', 22_400)
    expect(sent).toEqual({ deed: 'done' })
    expect(await done(round.id, 'collected', taken, 'collect', 22_400)).toEqual({ deed: 'known' })
    expect(await movesOf(db, round.id)).toHaveLength(1)
  })

  test('a wrong code delivers nothing, and the try counts', async () => {
    const { round, brought } = await startedRound()
    await done(round.id, 'collected', brought, 'collect', 21_000)
    const tried = await done(round.id, 'delivered', brought, 'deliver', 21_000, { code: 'AAAAAA' })
    expect(tried).toMatchObject({ wrong_code: true })
    expect((await movesOf(db, round.id)).map(({ kind }) => kind)).toEqual(['collected'])
  })

  test('what is not aboard cannot be delivered', async () => {
    const { round, brought } = await startedRound()
    expect(await done(round.id, 'delivered', brought, 'deliver', 21_000)).toEqual({ refused: 'not-aboard' })
  })

  test('nobody there: what was to be brought from there is not brought either', async () => {
    const { round, brought } = await startedRound()
    const stop = round.stops.find(({ kind, loads }) => kind === 'collect' && loads[0]?.claim_id === brought.id)
    const ask = {
      deed: 'failed',
      stop_id: stop?.id ?? '',
      failure: 'no_show_donor',
      note: '',
      ...moment('missed-1'),
    } as const
    const say = () => write(db, (trx) => recordDeed(trx, actOf('dario', onTheDay), round.id, ask))
    expect(await say()).toMatchObject({ deed: 'done' })
    expect(await say()).toMatchObject({ deed: 'known' })
    const after = await roundOf(db, round.id)
    expect(after?.stops.filter(({ state }) => state === 'failed')).toHaveLength(2)
  })

  test('a lot that was already collected at a stop goes on, when the rest of the stop comes to nothing', async () => {
    const { round, brought } = await startedRound()
    const stop = round.stops.find(({ kind, loads }) => kind === 'collect' && loads[0]?.claim_id === brought.id)
    const other = await givenDelivery()
    const load = { claim_id: other.id, kind: 'collect', quantity: 8, grams: 900, dm3: 5, longest_mm: 0 } as const
    await db
      .insertInto('round_loads')
      .values({ ...load, id: newId(), stop_id: stop?.id ?? '', state: 'planned' })
      .execute()
    await done(round.id, 'collected', brought, 'collect', 21_000)
    const why = { failure: 'refused_condition', note: 'Marcio', ...moment('missed-3') } as const
    const ask = { deed: 'failed', stop_id: stop?.id ?? '', ...why } as const
    await write(db, (trx) => recordDeed(trx, actOf('dario', onTheDay), round.id, ask))
    const after = await roundNamed(round.id)
    expect(after.stops.find(({ id }) => id === stop?.id)).toMatchObject({ state: 'failed', note: 'Marcio' })
    expect(await done(round.id, 'delivered', brought, 'deliver', 21_000)).toEqual({ deed: 'done' })
  })

  test('a picture of the scale is kept with what was weighed, though nobody has handed over yet', async () => {
    const { round, brought } = await startedRound()
    const [load] = round.stops.flatMap(({ loads }) => loads).filter(({ claim_id }) => claim_id === brought.id)
    const photo_hash = 'a'.repeat(64)
    const proof = { proof_photo_hash: null, wrong_tries: 0, tare_g: 0, device: '', note: '', code: '' }
    const what = { load_id: load?.id ?? '', quantity: 8, grams: 21_000, grade: 'A', photo_hash } as const
    const ask = { deed: 'collected', ...what, ...proof, condition: 'as_described', ...moment('weighed-1') } as const
    await write(db, (trx) => recordDeed(trx, actOf('dario', onTheDay), round.id, ask))
    expect(await isPhotoUsed(db, photo_hash)).toBe(true)
    expect(await photosInUse(db)).toContain(photo_hash)
  })

  test('no way in: the time agreed has failed, and the errand waits for another day', async () => {
    const { round, taken } = await startedRound()
    await db
      .updateTable('pickups')
      .set({ starts_at: later(onTheDay, { hours: -1 }) })
      .execute()
    const stop = round.stops.find(({ kind, loads }) => kind === 'collect' && loads[0]?.claim_id === taken.id)
    const ask = {
      deed: 'failed',
      stop_id: stop?.id ?? '',
      failure: 'no_access',
      note: '',
      ...moment('missed-2'),
    } as const
    await write(db, (trx) => recordDeed(trx, actOf('dario', onTheDay), round.id, ask))
    const states = await db
      .selectFrom('pickups')
      .select(['state', 'end_reason'])
      .where('claimant_id', '=', 'dario')
      .execute()
    expect(states).toEqual([{ state: 'failed', end_reason: 'no_access' }])
    expect(await errandsOn(db, hub, '2026-11-26')).toMatchObject([{ id: taken.id, window: null }])
  })

  test('the van breaks down: the rest is free, and what is aboard waits to be unloaded', async () => {
    const { round, brought } = await startedRound()
    await done(round.id, 'collected', brought, 'collect', 21_000)
    expect(await write(db, (trx) => breakDown(trx, actOf('dario', onTheDay), round.id))).toEqual({ freed: 1, rides: 1 })
    expect(await errandsOn(db, hub, tomorrow)).toHaveLength(1)
    await done(round.id, 'hub_in', brought, 'collect', 21_000)
    await write(db, (trx) => closeRound(trx, actOf('dario', onTheDay), round.id))
    const again = await errandsOn(db, hub, tomorrow)
    expect(again.find(({ id }) => id === brought.id)).toMatchObject({ collect: undefined })
  })
})

async function done(
  roundId: string,
  deed: Exclude<Weighing['deed'], 'disposed'>,
  claim: { id: string },
  kind: 'collect' | 'deliver',
  grams: number,
  more: { code?: string } = {},
) {
  const round = await roundOf(db, roundId)
  const load = round?.stops.flatMap(({ loads }) => loads).find((one) => one.claim_id === claim.id && one.kind === kind)
  const plain = { proof_photo_hash: null, wrong_tries: 0, tare_g: 0, device: '', note: '' }
  const code = more.code ?? (await codeOf(claim.id, deed === 'collected' ? 'giver' : 'taker'))
  const proof = { ...plain, code, condition: 'as_described' } as const
  const what = {
    load_id: load?.id ?? '',
    quantity: 8,
    grams,
    grade: 'A',
    photo_hash: null,
    ...moment(`${deed}-${claim.id}`),
  } as const
  const ask = deed === 'collected' || deed === 'delivered' ? { deed, ...what, ...proof } : { deed, ...what }
  return write(db, (trx) => recordDeed(trx, actOf('dario', onTheDay), roundId, ask))
}

function moment(idempotency_key: string) {
  return { happened_at: onTheDay, sent_at_phone: onTheDay, idempotency_key }
}
