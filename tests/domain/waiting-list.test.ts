import { beforeEach, describe, expect, test } from 'vitest'
import { acceptOffer } from '#app/domain/claims/accept-offer.server.ts'
import { collectClaim } from '#app/domain/claims/collect-claim.server.ts'
import { lapseClaim } from '#app/domain/claims/lapse-claims.server.ts'
import { standsInLine } from '#app/domain/claims/line.read.server.ts'
import { offerUnits } from '#app/domain/claims/offer-units.server.ts'
import { remindOffer } from '#app/domain/claims/remind-offer.server.ts'
import { openToAll } from '#app/domain/claims/rescue-lot.server.ts'
import { fromRome, later } from '#app/domain/instant.ts'
import { changeTotal } from '#app/domain/listings/revise-listing.server.ts'
import { cancelClaim } from '#app/domain/pickups/cancel-claim.server.ts'
import { cancelPickup } from '#app/domain/pickups/cancel-pickup.server.ts'
import { confirmPickup } from '#app/domain/pickups/confirm-pickup.server.ts'
import { endListing } from '#app/domain/pickups/end-listing.server.ts'
import { lapseUnscheduled } from '#app/domain/pickups/lapse-unscheduled.server.ts'
import { proposePickup } from '#app/domain/pickups/propose-pickup.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import {
  ask,
  asked,
  claimRow,
  clockAct,
  clocksOf,
  close,
  closing,
  eventsOf,
  lotRow,
  toldTo,
  windowed,
} from '../support/fair.ts'
import { record } from '../support/handover-steps.ts'
import { expectInvariants } from '../support/invariants.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

const firstCome = (total: number, facts: Parameters<typeof given.listing>[0] = {}) =>
  given.listing({ total, allocation_rule: 'first_come', ...facts })
const cancel = (who: Neighbour, id: string, at = now) =>
  write(db, (trx) => cancelClaim(trx, actOf(who, at), id, 'changed-mind'))
const restOf = (id: string) => db.selectFrom('claims').selectAll().where('parent_id', '=', id).executeTakeFirst()

describe('units that come free', () => {
  test('go to the first in line whose minimum fits; the one passed over stays first, and reads why', async () => {
    const lot = await firstCome(8)
    const bruno = await asked('bruno', lot.id, { qty_wanted: 4 })
    await asked('dario', lot.id, { qty_wanted: 4 })
    const big = await asked('gina', lot.id, { qty_wanted: 8, qty_min: 6 })
    const small = await asked('ivo', lot.id, { qty_wanted: 3, qty_min: 2 })
    await cancel('bruno', bruno.id)
    expect(await claimRow(small.id)).toMatchObject({ state: 'offered', qty: 3, position: null })
    expect(await claimRow(big.id)).toMatchObject({ state: 'waitlisted', position: 1 })
    expect((await eventsOf(big.id, 'passed-over')).map(({ details }) => JSON.parse(details))).toEqual([
      { why: 'minimum-too-high', free: 4, minimum: 6, until: null, favoured_id: small.id },
    ])
    await expectInvariants()
  })

  test('that fit nobody in line go to whoever asks for that little, and those in line read so', async () => {
    const lot = await firstCome(8)
    await asked('bruno', lot.id, { qty_wanted: 6 })
    const big = await asked('gina', lot.id, { qty_wanted: 8, qty_min: 6 })
    const small = await asked('ivo', lot.id, { qty_wanted: 2 })
    expect(small.state).toBe('confirmed')
    expect(await eventsOf(big.id, 'passed-over')).toHaveLength(1)
  })

  test('by a greater quantity go to those in line, by their clock', async () => {
    const lot = await firstCome(4)
    await asked('bruno', lot.id)
    const gina = await asked('gina', lot.id, { qty_wanted: 3 })
    await write(db, (trx) => changeTotal(trx, actOf('ada'), lot.id, 9))
    expect(await clocksOf(lot.id)).toContain(`open-to-all ${now}`)
    await write(db, (trx) => openToAll(trx, clockAct(now), lot.id))
    expect(await claimRow(gina.id)).toMatchObject({ state: 'offered', qty: 3 })
  })

  test('where the donor picks make the donor choose again, once', async () => {
    const lot = await given.listing({ total: 4 })
    const bruno = await asked('bruno', lot.id)
    await asked('gina', lot.id)
    await write(db, (trx) => offerUnits(trx, actOf('ada'), bruno.id, 4))
    await cancel('bruno', bruno.id)
    expect(await toldTo('ada')).toEqual(['claim-requested', 'claim-requested', 'claim-cancelled', 'units-free'])
    expect(await restOf(bruno.id)).toBeUndefined()
  })

  test('late are given to the line before whoever asks next', async () => {
    const lot = await firstCome(4)
    await asked('bruno', lot.id)
    const gina = await asked('gina', lot.id)
    await write(db, (trx) => changeTotal(trx, actOf('ada'), lot.id, 8))
    expect((await asked('ivo', lot.id)).state).toBe('waitlisted')
    expect((await claimRow(gina.id)).state).toBe('offered')
  })
})

describe('the rest of a claim', () => {
  /** Bruno has three of the eight he wants, Gina has the others: five still wait. */
  async function inPart() {
    const lot = await firstCome(8)
    const gina = await asked('gina', lot.id, { qty_wanted: 5 })
    const bruno = await asked('bruno', lot.id, { qty_wanted: 8, qty_min: 3 })
    const rest = await restOf(bruno.id)
    if (!rest) throw new Error('no rest')
    return { lot, gina, bruno, rest }
  }

  test('waits in line as a claim of its own, with the same minimum', async () => {
    const { bruno, rest } = await inPart()
    expect(bruno).toMatchObject({ state: 'confirmed', qty: 3 })
    expect(rest).toMatchObject({ state: 'waitlisted', qty_wanted: 5, qty_min: 3, party_key: 'bruno', position: 1 })
    expect(await standsInLine(db, rest.id, now)).toEqual({ place: 1, hold: undefined })
    await expectInvariants()
  })

  test('is offered when units come free, and stands alone from then on', async () => {
    const { gina, bruno, rest } = await inPart()
    await cancel('gina', gina.id)
    expect(await claimRow(rest.id)).toMatchObject({ state: 'offered', qty: 5 })
    await write(db, (trx) => acceptOffer(trx, actOf('bruno'), rest.id))
    await cancel('bruno', bruno.id)
    expect((await claimRow(rest.id)).state).toBe('confirmed')
    await expectInvariants()
  })

  test('ends with its claim while it waits, with one notice of its own', async () => {
    const { bruno, rest } = await inPart()
    await cancel('bruno', bruno.id)
    expect(await claimRow(rest.id)).toMatchObject({ state: 'superseded', end_reason: 'parent-ended' })
    expect(await toldTo('bruno')).toEqual(['claim-confirmed', 'claim-cancelled', 'claim-rest-ended'])
    await expectInvariants()
  })

  test('waits on after its claim was collected, and keeps its party from asking twice', async () => {
    const { lot, gina, bruno, rest } = await inPart()
    expect(await ask('bruno', lot.id)).toEqual({ refused: 'already-asked' })
    await write(db, (trx) => collectClaim(trx, actOf('ada'), bruno.id, 3))
    expect(await ask('bruno', lot.id)).toEqual({ refused: 'already-asked' })
    await cancel('gina', gina.id)
    expect((await claimRow(rest.id)).state).toBe('offered')
  })

  test('given in part leaves no rest of its own', async () => {
    const { gina, rest } = await inPart()
    await write(db, (trx) => collectClaim(trx, actOf('ada'), gina.id, 1))
    expect(await claimRow(rest.id)).toMatchObject({ state: 'offered', qty: 4 })
    expect(await restOf(rest.id)).toBeUndefined()
  })

  test('ends with its lot, and nobody is told twice of one claim', async () => {
    const { lot } = await inPart()
    await write(db, (trx) => endListing(trx, actOf('ada'), lot.id, 'withdrawn'))
    expect(await toldTo('bruno')).toEqual(['claim-confirmed', 'claim-superseded', 'claim-rest-ended'])
    await expectInvariants()
  })
})

describe('an offer from the line', () => {
  async function offered(facts: Parameters<typeof given.listing>[0] = {}) {
    const lot = await firstCome(4, facts)
    const bruno = await asked('bruno', lot.id)
    const gina = await asked('gina', lot.id)
    await cancel('bruno', bruno.id)
    return { lot, gina }
  }
  const reminder = (id: string, at: string) => write(db, (trx) => remindOffer(trx, clockAct(at), id))

  test.each([
    ['24 waking hours on a calm lot', 14, '2026-11-26T10:00', '2026-11-25T16:00'],
    ['12 on one that must go soon', 5, '2026-11-25T10:00', '2026-11-24T19:00'],
    ['6 on an urgent one', 2, '2026-11-24T16:00', '2026-11-24T14:30'],
  ])('runs for %s, with a reminder when a quarter is left', async (_, days, lapses, reminds) => {
    const { gina } = await offered({ must_go_by: later(now, { days }) })
    expect(await clocksOf(gina.id)).toEqual([`remind-offer ${fromRome(reminds)}`, `lapse-offer ${fromRome(lapses)}`])
    expect((await claimRow(gina.id)).offer_expires_at).toBe(fromRome(lapses))
  })

  test('is reminded of once, and not once it is answered', async () => {
    const { gina } = await offered()
    const at = later(now, { hours: 6 })
    await reminder(gina.id, at)
    await reminder(gina.id, at)
    expect(await toldTo('gina')).toEqual(['claim-waitlisted', 'claim-offered', 'claim-reminded'])
    await write(db, (trx) => acceptOffer(trx, actOf('gina', at), gina.id))
    expect(await reminder(gina.id, at)).toEqual({ refused: 'already-answered' })
  })

  test('unanswered lapses, and the next in line is asked', async () => {
    const { lot, gina } = await offered()
    const ivo = await asked('ivo', lot.id)
    const late = later(now, { days: 3 })
    await write(db, (trx) => lapseClaim(trx, clockAct(late), gina.id))
    expect((await claimRow(gina.id)).state).toBe('lapsed')
    expect((await claimRow(ivo.id)).state).toBe('offered')
    expect(await write(db, (trx) => acceptOffer(trx, actOf('gina', late), gina.id))).toEqual({
      refused: 'offer-lapsed',
    })
    await expectInvariants()
  })
})

describe('a confirmed claim without a pickup', () => {
  const time = { starts_at: '2026-12-02T10:00', minutes: 60, note: '', override_reason: '' }
  const lapse = (id: string, at: string) => write(db, (trx) => lapseUnscheduled(trx, clockAct(at), id))

  async function confirmed() {
    const lot = await firstCome(4)
    const bruno = await asked('bruno', lot.id)
    const gina = await asked('gina', lot.id)
    const schedule_by = bruno.schedule_by ?? ''
    return { lot, bruno, gina, schedule_by, late: later(schedule_by, { minutes: 1 }) }
  }
  const propose = async (id: string, at = now) => {
    const outcome = await write(db, (trx) => proposePickup(trx, actOf('bruno', at), id, time))
    if (isRefusal(outcome)) throw new Error(outcome.refused)
    return outcome.pickup
  }

  test('lapses after three waking days on a calm lot, and not before', async () => {
    const { bruno, gina, schedule_by, late } = await confirmed()
    expect(schedule_by).toBe(fromRome('2026-11-27T10:00'))
    expect(await lapse(bruno.id, later(schedule_by, { minutes: -1 }))).toEqual({ refused: 'already-answered' })
    await lapse(bruno.id, late)
    expect(await claimRow(bruno.id)).toMatchObject({ state: 'lapsed', end_reason: 'not-scheduled' })
    expect((await claimRow(gina.id)).state).toBe('offered')
    await expectInvariants()
  })

  test('waits for the answer while a proposed time is to come, and no longer', async () => {
    const { bruno, late } = await confirmed()
    const pickup = await propose(bruno.id)
    expect(await lapse(bruno.id, late)).toMatchObject({ waits_until: pickup.starts_at })
    expect(await clocksOf(bruno.id)).toContain(`lapse-unscheduled ${pickup.starts_at}`)
    await lapse(bruno.id, later(pickup.starts_at, { minutes: 1 }))
    expect((await claimRow(bruno.id)).state).toBe('lapsed')
    expect(
      (await db.selectFrom('pickups').select('state').where('id', '=', pickup.id).executeTakeFirstOrThrow()).state,
    ).toBe('cancelled')
  })

  test('is left alone when the two met without one, and wrote it down', async () => {
    const { bruno, late } = await confirmed()
    await record(bruno)
    expect(await lapse(bruno.id, late)).toEqual({ refused: 'handed-over' })
    expect((await claimRow(bruno.id)).state).toBe('confirmed')
  })

  test('stands once a pickup is agreed, and has its time anew when that is called off', async () => {
    const { bruno, late } = await confirmed()
    const pickup = await propose(bruno.id)
    await write(db, (trx) => confirmPickup(trx, actOf('ada'), pickup.id))
    expect(await claimRow(bruno.id)).toMatchObject({ state: 'scheduled', schedule_by: null })
    expect(await lapse(bruno.id, late)).toEqual({ refused: 'already-answered' })
    await write(db, (trx) => cancelPickup(trx, actOf('ada', late), pickup.id, 'no-van'))
    const again = await claimRow(bruno.id)
    expect(again.state).toBe('confirmed')
    expect(Date.parse(again.schedule_by ?? '')).toBeGreaterThan(Date.parse(later(late, { days: 2 })))
    expect(await clocksOf(bruno.id)).toContain(`lapse-unscheduled ${again.schedule_by}`)
  })
})

describe('whoever calls off late', () => {
  test('is forgiven once others have been given all of it before the pickup was to be', async () => {
    const lot = await firstCome(4)
    const bruno = await given.claim({ listing_id: lot.id, state: 'scheduled', qty_wanted: 4 })
    await db
      .insertInto('claim_events')
      .values({ ...event, id: 'e1', claim_id: bruno.id, listing_id: lot.id, details: later(now, { days: 1 }) })
      .execute()
    await cancel('bruno', bruno.id)
    await asked('gina', lot.id, { qty_wanted: 3 })
    expect((await claimRow(bruno.id)).is_replaced).toBe(0)
    await asked('ivo', lot.id, { qty_wanted: 1 })
    expect((await claimRow(bruno.id)).is_replaced).toBe(1)
  })

  test('is not when it was too late for the pickup, nor by taking it back themselves', async () => {
    const lot = await firstCome(4)
    const bruno = await given.claim({ listing_id: lot.id, state: 'scheduled', qty_wanted: 4 })
    await db
      .insertInto('claim_events')
      .values({ ...event, id: 'e1', claim_id: bruno.id, listing_id: lot.id, details: later(now, { hours: 2 }) })
      .execute()
    await cancel('bruno', bruno.id)
    const again = await asked('bruno', lot.id)
    expect((await claimRow(bruno.id)).is_replaced).toBe(0)
    await cancel('bruno', again.id)
    await asked('gina', lot.id, {}, later(now, { hours: 3 }))
    expect((await claimRow(bruno.id)).is_replaced).toBe(0)
  })

  const event = {
    kind: 'scheduled',
    from_state: 'confirmed',
    to_state: 'scheduled',
    quantity: 4,
    by_id: 'ada',
    via: 'web',
    at: later(now, { days: -1 }),
  } as const
})

test('after its window a lot is served as people come, those already in line first', async () => {
  const lot = await windowed({ total: 6 })
  for (const who of ['bruno', 'gina'] as const) await asked(who, lot.id)
  await close(lot.id)
  const rest = await db.selectFrom('claims').selectAll().where('parent_id', 'is not', null).executeTakeFirstOrThrow()
  const ivo = await asked('ivo', lot.id, {}, later(closing, { hours: 1 }))
  expect(ivo).toMatchObject({ state: 'waitlisted', position: 2 })
  const other = (['bruno', 'gina'] as const).find((who) => who !== rest.claimant_id) ?? 'bruno'
  const whole = await db.selectFrom('claims').select('id').where('claimant_id', '=', other).executeTakeFirstOrThrow()
  await cancel(other, whole.id, later(closing, { hours: 2 }))
  expect(await claimRow(rest.id)).toMatchObject({ state: 'offered', qty: 2 })
  expect(await claimRow(ivo.id)).toMatchObject({ state: 'offered', qty: 2 })
  expect((await lotRow(lot.id)).held).toBe(6)
  await expectInvariants()
})
