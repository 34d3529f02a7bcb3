import { beforeEach, describe, expect, test } from 'vitest'
import { confirmHandover } from '#app/domain/handovers/confirm-handover.server.ts'
import { newId } from '#app/domain/id.server.ts'
import { resumeListing } from '#app/domain/listings/pause-listing.server.ts'
import { eventsOf } from '#app/domain/pickups/calendar-feed.read.server.ts'
import { moveCollection, skipCollection } from '#app/domain/pickups/move-collection.server.ts'
import { endCollections } from '#app/domain/pickups/plan-collections.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { balanceOf } from '#app/domain/rounds/balance.ts'
import { callOffRound } from '#app/domain/rounds/call-off-round.server.ts'
import { closeRound } from '#app/domain/rounds/close-round.server.ts'
import { collectOf } from '#app/domain/rounds/day-problem.ts'
import type { DeedAsk } from '#app/domain/rounds/deed-ask.ts'
import { movesOf } from '#app/domain/rounds/moves.read.server.ts'
import { publishRound } from '#app/domain/rounds/publish-round.server.ts'
import { recordDeed } from '#app/domain/rounds/record-deed.server.ts'
import { startRound } from '#app/domain/rounds/start-round.server.ts'
import { write } from '#app/domain/write.server.ts'
import { loader as listingPage } from '#app/routes/listings.$listingId/route.tsx'
import { collectionsWaiting, givenCollection } from '#tests/support/collections.ts'
import { codeOf, ledger } from '#tests/support/handover-steps.ts'
import { expectInvariants } from '#tests/support/invariants.ts'
import { arrange, factsOf, givenVan, tomorrow } from '#tests/support/round-day.ts'
import { onTheDay, roundNamed } from '#tests/support/round-road.ts'
import { actOf, context, db, freshWorld, now, requestTo } from '#tests/support/world.ts'

beforeEach(freshWorld)

const dario = actOf('dario')
const slug = 'officine-zero'
const move = (collection_id: string, moved_to: string) =>
  write(db, (trx) => moveCollection(trx, dario, slug, { collection_id, day: tomorrow, moved_to, reason: 'Sciopero.' }))
const skip = (collection_id: string) =>
  write(db, (trx) => skipCollection(trx, dario, slug, { collection_id, day: tomorrow, reason: 'ferie' }))

async function onARound(facts: Partial<Record<string, string>> = {}) {
  const [van, id] = [await givenVan(), await givenCollection(facts)]
  const [errand] = await collectionsWaiting()
  if (!errand) throw new Error('nothing recurs tomorrow')
  const arranged = await arrange([{ vehicle: van, stops: [collectOf(errand)] }])
  if (isRefusal(arranged)) throw new Error(arranged.refused)
  return { id, van, errand, round: await roundNamed(arranged.rounds[0]) }
}

async function onTheRoad(facts: Partial<Record<string, string>> = {}) {
  const { round, ...planned } = await onARound(facts)
  await write(db, (trx) => publishRound(trx, dario, round.id, round.version))
  await write(db, (trx) => startRound(trx, actOf('dario', onTheDay), round.id))
  const stands = await roundNamed(round.id)
  const stop = stands.stops.find(({ kind }) => kind === 'collect')
  const load = stop?.loads[0]
  if (!stop || !load) throw new Error('nothing is to be collected')
  return { ...planned, round: stands, stop, load }
}

const deed = (roundId: string, ask: DeedAsk) =>
  write(db, (trx) => recordDeed(trx, actOf('dario', onTheDay), roundId, ask))
const moment = () => ({ happened_at: onTheDay, sent_at_phone: onTheDay, idempotency_key: newId() })

/** What Edilferro was told since it knows of the plan, oldest first. */
async function told() {
  const notices = await db.selectFrom('notices').selectAll().where('member_id', '=', 'ivo').orderBy('id').execute()
  const mails = await db.selectFrom('mails').selectAll().where('member_id', '=', 'ivo').orderBy('id').execute()
  const about = notices.filter(({ kind }) => kind.startsWith('collection-') && kind !== 'collection-planned')
  return about.map(({ id, kind, details, subject_id }) => ({
    ...{ kind, subject_id, details: JSON.parse(details) as Record<string, string> },
    calendar: (mails.find(({ notice_id }) => notice_id === id)?.attachment ?? '').replaceAll('\r\n ', ''),
  }))
}

describe('on the day it recurs', () => {
  test('a collection waits for the van at the company, within its hours, with what was said of it', async () => {
    await givenCollection({ expected: '180', room: '1,2' })
    const [errand, ...more] = await collectionsWaiting()
    expect(more).toEqual([])
    expect(errand).toMatchObject({
      collect: { place_id: 'workshop', area: 'Centocelle' },
      window: { from: '2026-11-25T08:00:00.000Z', to: '2026-11-25T10:00:00.000Z' },
      is_agreed: true,
      claims: [{ grams: 180_000, dm3: 1200, grade: 'D', title: 'Raccolta da Edilferro srl' }],
    })
    expect(await collectionsWaiting('2026-11-26')).toEqual([])
    expect(await collectionsWaiting('2026-12-02')).toHaveLength(1)
  })

  test('what nobody said is assumed, and known as unknown', async () => {
    await givenCollection()
    expect((await collectionsWaiting())[0]?.claims).toMatchObject([{ grams: 150_000, dm3: 600, grade: 'E' }])
  })

  test('it waits where it was moved to, and not where it was skipped or is over', async () => {
    const id = await givenCollection()
    await move(id, '2026-11-27')
    expect(await collectionsWaiting()).toEqual([])
    expect(await collectionsWaiting('2026-11-27')).toHaveLength(1)
    await skip(id)
    expect(await collectionsWaiting('2026-11-27')).toEqual([])
    await write(db, (trx) => endCollections(trx, dario, slug, id))
    expect(await collectionsWaiting('2026-12-02')).toEqual([])
  })

  test('a company that never said where it is cannot be driven to', async () => {
    await givenCollection()
    await db.updateTable('collections').set({ place_id: null }).execute()
    await db.updateTable('listings').set({ place_id: null }).where('organisation_id', '=', 'edilferro').execute()
    expect(await collectionsWaiting()).toEqual([])
  })
})

describe('on a round', () => {
  test('it is a load of its own that waits no longer; off it again it waits as before', async () => {
    const { van, round } = await onARound()
    expect(await collectionsWaiting()).toEqual([])
    expect(round.stops.find(({ kind }) => kind === 'collect')?.loads).toMatchObject([
      { quantity: 1, grams: 150_000, dm3: 600, agreed_from: '2026-11-25T08:00:00.000Z', from: 'Edilferro srl' },
    ])
    await expectInvariants()
    await arrange([{ vehicle: van, stops: [] }])
    const [again] = await collectionsWaiting()
    expect(again).toMatchObject({ window: { from: '2026-11-25T08:00:00.000Z' }, claims: [{ grams: 150_000 }] })
    expect(await collectionsWaiting('2026-11-26')).toEqual([])
  })

  test('two coordinators who take it at once take it once', async () => {
    const [van, other] = [await givenVan(), await givenVan({ name: 'Porter' })]
    await givenCollection()
    const [facts, [errand]] = [await factsOf(), await collectionsWaiting()]
    const stops = errand ? [collectOf(errand)] : []
    const both = [van, other].map((vehicle) => arrange([{ vehicle, stops }], { facts }))
    const refusals = (await Promise.all(both)).filter(isRefusal)
    expect(refusals).toEqual([{ refused: 'changed-meanwhile' }])
    expect(await db.selectFrom('collection_lots').selectAll().execute()).toHaveLength(1)
  })

  test('it was never public, and its company cannot make it so', async () => {
    const { round } = await onARound()
    const listingId = round.stops.flatMap(({ loads }) => loads)[0]?.listing_id ?? ''
    const page = listingPage({ request: requestTo(`/listings/${listingId}`), params: { listingId }, context })
    await expect(page).rejects.toMatchObject({ init: { status: 404 } })
    expect(await write(db, (trx) => resumeListing(trx, actOf('ivo'), listingId))).toEqual({ refused: 'not-paused' })
  })

  test('it is not moved, skipped or ended until it comes off the round', async () => {
    const { id, van } = await onARound()
    expect(await move(id, '2026-11-27')).toEqual({ refused: 'on-a-round' })
    expect(await skip(id)).toEqual({ refused: 'on-a-round' })
    expect(await write(db, (trx) => endCollections(trx, dario, slug, id))).toEqual({ refused: 'on-a-round' })
    await arrange([{ vehicle: van, stops: [] }])
    expect(isRefusal(await move(id, '2026-11-27'))).toBe(false)
    expect(await collectionsWaiting()).toEqual([])
    expect(await collectionsWaiting('2026-11-27')).toHaveLength(1)
    await expectInvariants()
  })
})

describe('at the company’s gate', () => {
  test('it is weighed, enters the hub’s stock once the company says so, and the round balances to the gram', async () => {
    const { round, load } = await onTheRoad({ expected: '180' })
    const proof = { proof_photo_hash: null, wrong_tries: 0, tare_g: 0, device: '', note: '' }
    const weighed = { load_id: load.id, quantity: 1, grams: 163_400, grade: 'A', photo_hash: null } as const
    const code = await codeOf(load.claim_id, 'giver')
    const collected = { deed: 'collected', ...weighed, ...proof, code, condition: 'as_described', ...moment() } as const
    expect(await deed(round.id, collected)).toEqual({ deed: 'done' })
    expect(await deed(round.id, collected)).toEqual({ deed: 'known' })
    expect(await deed(round.id, { deed: 'hub_in', ...weighed, ...moment() })).toEqual({ deed: 'done' })
    expect(balanceOf(await movesOf(db, round.id))).toMatchObject({ collected: 163_400, hub_in: 163_400, open: 0 })
    expect(isRefusal(await write(db, (trx) => closeRound(trx, actOf('dario', onTheDay), round.id)))).toBe(false)

    const handover = await db.selectFrom('handovers').selectAll().executeTakeFirstOrThrow()
    expect(handover).toMatchObject({ giver_id: 'ivo', taker_id: 'dario', code_given: 'typed' })
    await write(db, (trx) => confirmHandover(trx, actOf('ivo', onTheDay), handover.id))
    expect(await ledger()).toMatchObject([
      {
        kind: 'pipeline_in',
        typ_g: 163_400,
        grade: 'A',
        material_key: 'metal.steel.sheet',
        taker_type: 'intermediary',
      },
    ])
    expect(await db.selectFrom('stock_lots').selectAll().execute()).toMatchObject([
      { hub_id: 'oz', grams: 163_400, quantity: 1, title: 'Raccolta da Edilferro srl' },
    ])
    const listing = await db.selectFrom('listings').selectAll().where('id', '=', load.listing_id).executeTakeFirst()
    expect(listing).toMatchObject({ state: 'closed', closed_reason: 'done' })
    expect(await collectionsWaiting()).toEqual([])
    await expectInvariants()
  })

  test('nobody lets the van in: the company hears why, and the day may be driven again', async () => {
    const { round, stop, id } = await onTheRoad()
    const failed = { deed: 'failed', stop_id: stop.id, failure: 'no_access', note: '', ...moment() } as const
    expect(await deed(round.id, failed)).toEqual({ deed: 'done' })
    expect((await told()).at(-1)).toMatchObject({ kind: 'collection-missed', details: { reason: 'no_access' } })
    expect(await db.selectFrom('mass_ledger').selectAll().execute()).toEqual([])
    expect(await collectionsWaiting()).toMatchObject([{ collection: { id, day: tomorrow } }])
    expect(isRefusal(await write(db, (trx) => closeRound(trx, actOf('dario', onTheDay), round.id)))).toBe(false)
    await expectInvariants()
  })
})

describe('the company hears', () => {
  test('of a move, a skip and an end, each with its reason and a calendar file of one UID whose SEQUENCE grows', async () => {
    const id = await givenCollection()
    const at = (minutes: number) => actOf('dario', new Date(Date.parse(now) + minutes * 60_000).toISOString())
    const which = { collection_id: id, day: tomorrow }
    await write(db, (trx) =>
      moveCollection(trx, at(1), slug, { ...which, moved_to: '2026-11-27', reason: 'Sciopero.' }),
    )
    await write(db, (trx) => skipCollection(trx, at(2), slug, { ...which, reason: 'ferie' }))
    await write(db, (trx) => endCollections(trx, at(3), slug, id, 'Il furgone è venduto'))
    const news = await told()
    expect(news.map(({ kind }) => kind)).toEqual(['collection-moved', 'collection-skipped', 'collection-ended'])
    expect(news.map(({ details }) => details['reason'])).toEqual(['Sciopero.', 'ferie', 'Il furgone è venduto'])
    expect(news.every(({ subject_id }) => subject_id === id)).toBe(true)
    const [moved, skipped, ended] = news.map(({ calendar }) => calendar)
    for (const calendar of [moved, skipped, ended]) expect(calendar).toContain(`UID:${id}-${tomorrow}@rimessa`)
    expect(moved).toContain('METHOD:REQUEST')
    expect(moved).toContain('DTSTART:20261127T080000Z')
    expect(skipped).toContain('METHOD:CANCEL')
    expect(ended).toContain('METHOD:CANCEL')
    expect(ended?.match(/STATUS:CANCELLED/g)?.length).toBeGreaterThan(8)
    const sequences = [moved, skipped, ended].map((calendar) => Number(/SEQUENCE:(\d+)/.exec(calendar ?? '')?.[1]))
    expect(sequences).toEqual([60, 120, 180])
  })

  test('when to expect the van, once, within the hours of the plan, in the mail as in its private calendar', async () => {
    const { id, round } = await onARound()
    expect(await told()).toEqual([])
    await write(db, (trx) => publishRound(trx, actOf('dario', onTheDay), round.id, round.version))
    const [timed, ...more] = await told()
    expect([timed?.kind, more]).toEqual(['collection-timed', []])
    const { starts_at = '', ends_at = '' } = timed?.details ?? {}
    expect(starts_at >= '2026-11-25T08:00:00.000Z' && starts_at < ends_at).toBe(true)
    expect(ends_at <= '2026-11-25T10:00:00.000Z').toBe(true)
    const feed = await eventsOf(db, { member: actOf('ivo').by, locale: 'it', hub_id: null }, onTheDay)
    const line = feed.find(({ uid }) => uid === `${id}-${tomorrow}@rimessa`)
    expect(line).toMatchObject({ starts_at, ends_at, status: 'confirmed' })
    expect(timed?.calendar).toContain(`SEQUENCE:${line?.sequence}`)
    expect(timed?.calendar).toContain(`UID:${line?.uid}`)
    expect(line?.sequence).toBeGreaterThan(0)
    expect(await db.selectFrom('pickups').selectAll().execute()).toEqual([])
  })

  test('that the round was called off: the hours of the plan hold again', async () => {
    const { round } = await onARound()
    await write(db, (trx) => publishRound(trx, dario, round.id, round.version))
    await write(db, (trx) => callOffRound(trx, actOf('dario', onTheDay), round.id, round.version + 1))
    expect((await told()).map(({ kind }) => kind)).toEqual(['collection-timed', 'collection-timed'])
    expect((await told())[1]?.details).toMatchObject({
      starts_at: '2026-11-25T08:00:00.000Z',
      ends_at: '2026-11-25T10:00:00.000Z',
    })
    expect(await collectionsWaiting()).toHaveLength(1)
  })
})
