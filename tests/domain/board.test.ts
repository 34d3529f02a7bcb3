import { beforeEach, describe, expect, test } from 'vitest'
import { doorsInCare } from '#app/domain/claims/door.read.server.ts'
import { later, romanDays } from '#app/domain/instant.ts'
import { claimsUnanswered, claimsWithoutPickup } from '#app/domain/pickups/board-claims.read.server.ts'
import { boardFigures } from '#app/domain/pickups/board-figures.read.server.ts'
import { lotsDueSoon, lotsInReview } from '#app/domain/pickups/board-lots.read.server.ts'
import { overduePickups, pickupsBetween } from '#app/domain/pickups/board-pickups.read.server.ts'
import { careOf } from '#app/domain/pickups/care.server.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

const care = (who: Neighbour = 'dario', hub?: string) => careOf(actOf(who).by, hub)
const tomorrow = romanDays('2026-11-25')
const titles = (rows: readonly { title: string }[]) => rows.map(({ title }) => title)

/** A lot with one claim in this state. */
async function asked(state: 'requested' | 'confirmed' | 'scheduled', facts: Parameters<typeof given.listing>[0] = {}) {
  const lot = await given.listing(facts)
  const claim = await given.claim({ listing_id: lot.id, state })
  return { lot, claim }
}

describe('whose lots a board shows', () => {
  const shown = async (who: Neighbour, hub?: string) => titles(await lotsInReview(db, care(who, hub))).sort()

  beforeEach(async () => {
    await given.listing({ state: 'in_review', title: 'a OZ', hub_id: 'oz' })
    await given.listing({ state: 'in_review', title: 'alla Borgata', hub_id: 'borgata' })
    await given.listing({ state: 'in_review', title: 'lontano da tutte', hub_id: null })
  })

  test('a coordinator’s: those of their hub, and those near none', async () => {
    expect(await shown('dario')).toEqual(['a OZ', 'lontano da tutte'])
    expect(await shown('pia')).toEqual(['alla Borgata', 'lontano da tutte'])
  })

  test('an admin’s: every one', async () => expect(await shown('elena')).toHaveLength(3))
  test('of one hub, when that is chosen', async () => expect(await shown('elena', 'borgata')).toEqual(['alla Borgata']))
})

describe('the pickups of a day', () => {
  test('come with both names, the share of the lot and its kilograms', async () => {
    const { claim } = await asked('scheduled')
    await given.pickup([claim.id], { state: 'confirmed' })
    const [trip] = await pickupsBetween(db, care(), tomorrow)
    expect(trip).toMatchObject({
      state: 'confirmed',
      area: 'Montesacro',
      donor_name: 'Ada Ferri',
      claimant_name: 'Bruno Santi',
      taking_name: null,
    })
    expect(trip?.lots).toEqual([
      { claim_id: claim.id, title: 'Tavole di abete', unit: 'piece', quantity: 8, grams: 21_600, grade: 'C' },
    ])
  })

  test('are one trip when one person takes several lots', async () => {
    const one = await asked('scheduled')
    const other = await asked('scheduled', {
      title: 'Maniglie',
      weight_typ_g: null,
      weight_low_g: null,
      weight_high_g: null,
      weight_grade: 'E',
    })
    await given.pickup([one.claim.id, other.claim.id], { state: 'confirmed' })
    const trips = await pickupsBetween(db, care(), tomorrow)
    expect(trips.map(({ lots }) => lots.map(({ title, grams }) => [title, grams]))).toEqual([
      [
        ['Maniglie', null],
        ['Tavole di abete', 21_600],
      ],
    ])
  })

  test('follow the clock, and leave out what was called off', async () => {
    const late = await asked('scheduled', { title: 'dopo' })
    const early = await asked('scheduled', { title: 'prima' })
    const off = await asked('confirmed', { title: 'annullato' })
    await given.pickup([late.claim.id], {
      state: 'confirmed',
      starts_at: '2026-11-25T14:00:00.000Z',
      ends_at: '2026-11-25T15:00:00.000Z',
    })
    await given.pickup([early.claim.id], { starts_at: '2026-11-25T08:00:00.000Z' })
    await given.pickup([off.claim.id], { state: 'cancelled' })
    expect((await pickupsBetween(db, care(), tomorrow)).map(({ lots }) => lots[0]?.title)).toEqual(['prima', 'dopo'])
  })

  test('begin and end with the Roman day', async () => {
    const night = await asked('scheduled', { title: 'mezzanotte a Roma' })
    await given.pickup([night.claim.id], { starts_at: '2026-11-24T23:00:00.000Z' })
    expect(await pickupsBetween(db, care(), tomorrow)).toHaveLength(1)
    expect(await pickupsBetween(db, care(), romanDays('2026-11-24'))).toEqual([])
  })

  test('show their street to whoever coordinates the lot, and to nobody else', async () => {
    const { claim } = await asked('confirmed')
    const doors = await doorsInCare(db, actOf('dario').by, [claim.id])
    expect([...doors]).toMatchObject([[claim.id, { street: 'via Nomentana 411, scala B' }]])
    expect(await doorsInCare(db, actOf('pia').by, [claim.id])).toEqual(new Map())
    expect(await doorsInCare(db, actOf('bruno').by, [claim.id])).toEqual(new Map())
    expect(await doorsInCare(db, actOf('dario').by, [])).toEqual(new Map())
  })
})

describe('a pickup is overdue', () => {
  const yesterday = {
    state: 'confirmed',
    starts_at: later(now, { days: -1 }),
    ends_at: later(now, { hours: -23 }),
  } as const

  test('when its hour has passed and nobody wrote a handover down', async () => {
    const { claim } = await asked('scheduled')
    await given.pickup([claim.id], yesterday)
    expect(await overduePickups(db, care(), now)).toHaveLength(1)
    expect(await overduePickups(db, care('pia'), now)).toEqual([])
  })

  test('not while it lasts, nor when it was only proposed', async () => {
    const under = await asked('scheduled')
    const proposed = await asked('confirmed')
    await given.pickup([under.claim.id], {
      state: 'confirmed',
      starts_at: later(now, { minutes: -20 }),
      ends_at: later(now, { minutes: 20 }),
    })
    await given.pickup([proposed.claim.id], { ...yesterday, state: 'proposed' })
    expect(await overduePickups(db, care(), now)).toEqual([])
  })

  test('not once a handover waits for its other signature', async () => {
    const { claim, lot } = await asked('scheduled')
    const pickup = await given.pickup([claim.id], yesterday)
    await handedOver(claim.id, lot.id, pickup.id)
    expect(await overduePickups(db, care(), now)).toEqual([])
  })
})

describe('claims without a date', () => {
  test('are confirmed ones with no pickup ahead, the soonest to go first', async () => {
    await asked('confirmed', { title: 'senza scadenza', must_go_by: null })
    await asked('confirmed', { title: 'presto', must_go_by: later(now, { days: 1 }) })
    const planned = await asked('confirmed', { title: 'proposto per domani' })
    await given.pickup([planned.claim.id])
    await asked('requested', { title: 'non ancora' })
    expect(titles(await claimsWithoutPickup(db, care(), now))).toEqual(['presto', 'senza scadenza'])
  })

  test('come back when a proposed hour goes by unanswered', async () => {
    const { claim } = await asked('confirmed')
    await given.pickup([claim.id], { starts_at: later(now, { hours: -2 }), ends_at: later(now, { hours: -1 }) })
    expect(await claimsWithoutPickup(db, care(), now)).toHaveLength(1)
  })

  test('are gone once a handover is written down', async () => {
    const { claim, lot } = await asked('confirmed')
    await handedOver(claim.id, lot.id, null)
    expect(await claimsWithoutPickup(db, care(), now)).toEqual([])
  })
})

test('claims the donor has not answered stand in the order of asking', async () => {
  const lot = await given.listing()
  await given.claim({ listing_id: lot.id, claimant_id: 'gina', requested_at: later(now, { hours: -1 }) })
  await given.claim({ listing_id: lot.id, claimant_id: 'bruno', requested_at: later(now, { hours: -5 }) })
  await given.claim({ listing_id: lot.id, claimant_id: 'chiara', organisation_id: 'scuola', state: 'offered' })
  expect((await claimsUnanswered(db, care())).map(({ claimant_name }) => claimant_name)).toEqual([
    'Bruno Santi',
    'Gina Price',
  ])
})

test('lots are due within three days, live or paused, with how many ask', async () => {
  const soon = await given.listing({ title: 'domani', must_go_by: later(now, { days: 1 }) })
  await given.claim({ listing_id: soon.id })
  await given.claim({ listing_id: soon.id, claimant_id: 'gina', state: 'declined' })
  await given.listing({ title: 'in pausa', state: 'paused', must_go_by: later(now, { days: 2 }) })
  await given.listing({ title: 'fra quattro giorni', must_go_by: later(now, { days: 4 }) })
  await given.listing({ title: 'già passato', must_go_by: later(now, { hours: -1 }) })
  expect((await lotsDueSoon(db, care(), now)).map(({ title, asking }) => [title, asking])).toEqual([
    ['domani', 1],
    ['in pausa', 0],
  ])
})

test('a lot in review says why it stopped there', async () => {
  await given.listing({ state: 'in_review', title: 'primo lotto' })
  await given.listing({ donor_id: 'bruno', title: 'già visto' })
  await given.listing({ state: 'in_review', donor_id: 'bruno', title: 'divano', material_key: 'furniture.sofa' })
  const reasons = new Map((await lotsInReview(db, care())).map((lot) => [lot.title, lot.reasons]))
  expect(reasons.get('primo lotto')).toEqual(['new-donor'])
  expect(reasons.get('divano')).toEqual(['upholstered'])
})

test('the figures at its head count the same lots and claims as the lists below', async () => {
  await asked('requested', { must_go_by: later(now, { days: 2 }) })
  await asked('requested', { hub_id: 'borgata' })
  await given.listing({ state: 'in_review' })
  await given.listing({ state: 'draft' })
  expect(await boardFigures(db, care(), now)).toEqual({ live: 1, due: 1, in_review: 1, unanswered: 1 })
  expect(await boardFigures(db, care('elena'), now)).toEqual({ live: 2, due: 1, in_review: 1, unanswered: 2 })
})

async function handedOver(claim_id: string, listing_id: string, pickup_id: string | null) {
  const signed = {
    giver_confirmed_at: now,
    taker_confirmed_at: null,
    objection: null,
    recorded_by: 'ada',
    recorded_at: now,
    happened_at: now,
  }
  const row = {
    id: `h-${claim_id}`,
    state: 'recorded',
    claim_id,
    listing_id,
    pickup_id,
    giver_id: 'ada',
    taker_id: 'bruno',
    quantity: 8,
    recorded_side: 'giver',
    details: '',
  } as const
  await db
    .insertInto('handovers')
    .values({ ...row, ...signed, condition: 'as_described', note: '', idempotency_key: claim_id })
    .execute()
}
