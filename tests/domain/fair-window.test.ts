import { beforeEach, describe, expect, test } from 'vitest'
import { acceptOffer } from '#app/domain/claims/accept-offer.server.ts'
import { declineClaim } from '#app/domain/claims/decline-claim.server.ts'
import { listingHistory } from '#app/domain/claims/history.read.server.ts'
import { rankOf } from '#app/domain/claims/line.read.server.ts'
import { offerUnits } from '#app/domain/claims/offer-units.server.ts'
import { rescueLot } from '#app/domain/claims/rescue-lot.server.ts'
import { fromRome, later } from '#app/domain/instant.ts'
import { openSharing } from '#app/domain/listings/open-sharing.server.ts'
import { pauseListing, resumeListing } from '#app/domain/listings/pause-listing.server.ts'
import { renewListing } from '#app/domain/listings/renew-listing.server.ts'
import { windowCloses } from '#app/domain/listings/window.ts'
import { endListing } from '#app/domain/pickups/end-listing.server.ts'
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
import { expectInvariants } from '../support/invariants.ts'
import { actOf, db, freshWorld, given, now } from '../support/world.ts'

beforeEach(freshWorld)

const states = async (listingId: string) =>
  Object.fromEntries(
    (
      await db
        .selectFrom('claims')
        .select(['claimant_id', 'parent_id', 'state', 'qty', 'qty_wanted', 'position'])
        .where('listing_id', '=', listingId)
        .execute()
    ).map(({ claimant_id, parent_id, state, qty, qty_wanted, position }) => [
      parent_id ? `${claimant_id}, rest` : claimant_id,
      `${state} ${state === 'waitlisted' ? `${qty_wanted} at ${position}` : qty}`,
    ]),
  )

describe('when a window closes', () => {
  const inDays = (days: number) => later(now, { days })
  test.each([
    ['a calm lot is open for two days', null, '2026-11-26T10:00'],
    ['a lot that must go soon for one', inDays(5), '2026-11-25T10:00'],
    ['an urgent one for six hours', inDays(2), '2026-11-24T16:00'],
  ])('%s', (_, must_go_by, closes) => {
    expect(windowCloses(now, must_go_by)).toBe(fromRome(closes))
  })

  test('it is never at night: from eight in the evening it moves to eight in the morning', () => {
    expect(windowCloses(fromRome('2026-11-24T19:59'), inDays(2))).toBe(fromRome('2026-11-25T08:00'))
    expect(windowCloses(fromRome('2026-11-24T22:30'), null)).toBe(fromRome('2026-11-27T08:00'))
    expect(windowCloses(fromRome('2026-11-24T03:00'), null)).toBe(fromRome('2026-11-26T08:00'))
  })

  test('there is none in the last day: the first to come is served, and the history says so', async () => {
    expect(windowCloses(now, later(now, { hours: 23 }))).toBeUndefined()
    const lot = await given.listing({ allocation_rule: 'fair_window', must_go_by: later(now, { hours: 23 }) })
    await write(db, (trx) => openSharing(trx, actOf('ada'), lot))
    expect(await lotRow(lot.id)).toMatchObject({ allocation_rule: 'first_come', window_closes_at: null })
    expect((await asked('bruno', lot.id)).state).toBe('confirmed')
    const history = await listingHistory(db, actOf('ada').by, lot.id)
    expect(history?.[0]).toMatchObject({ kind: 'rescue', details: 'fair_window', by: null })
  })
})

describe('a window that opens', () => {
  test('commits a secret, and sets the clock that closes it', async () => {
    const lot = await given.listing({ allocation_rule: 'fair_window' })
    await write(db, (trx) => openSharing(trx, actOf('ada'), lot))
    const closes = fromRome('2026-11-26T10:00')
    expect((await lotRow(lot.id)).window_closes_at).toBe(closes)
    expect(await clocksOf(lot.id)).toContain(`close-window ${closes}`)
    expect(await db.selectFrom('draws').selectAll().executeTakeFirst()).toMatchObject({
      closes_at: closes,
      commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
      seed: expect.stringMatching(/^[0-9a-f]{64}$/),
      revealed_at: null,
    })
  })

  test('again for a lot withdrawn and renewed has a secret of its own, even at the same hour', async () => {
    const lot = await given.listing({ allocation_rule: 'fair_window', total: 10 })
    await write(db, (trx) => openSharing(trx, actOf('ada'), lot))
    await write(db, (trx) => endListing(trx, actOf('ada'), lot.id, 'withdrawn'))
    await write(db, (trx) => renewListing(trx, actOf('ada'), lot.id, null))
    const draws = await db.selectFrom('draws').select(['closes_at', 'seed']).orderBy('closes_at').execute()
    expect(new Set(draws.map(({ seed }) => seed)).size).toBe(2)
    expect((await lotRow(lot.id)).window_closes_at).toBe(draws[1]?.closes_at)
  })
})

describe('while it is open', () => {
  test('requests are only collected: nothing is held, the donor need do nothing and cannot choose', async () => {
    const lot = await windowed()
    const bruno = await asked('bruno', lot.id)
    expect(bruno.state).toBe('requested')
    expect((await lotRow(lot.id)).held).toBe(0)
    expect(await toldTo('ada')).toEqual(['claim-joined'])
    expect(await write(db, (trx) => offerUnits(trx, actOf('ada'), bruno.id, 4))).toEqual({ refused: 'rule-decides' })
    expect(await close(lot.id, later(closing, { minutes: -1 }))).toEqual({ refused: 'window-open' })
  })

  test('a donor may still say no, with a reason that is on record', async () => {
    const lot = await windowed()
    const bruno = await asked('bruno', lot.id)
    await write(db, (trx) => declineClaim(trx, actOf('ada'), bruno.id, 'wrong-transport'))
    await close(lot.id)
    expect(await states(lot.id)).toEqual({ bruno: 'declined 0' })
    expect(await eventsOf(bruno.id, 'declined')).toMatchObject([{ by_id: 'ada', details: 'wrong-transport' }])
  })
})

describe('a window that closes', () => {
  test('offers in turn: one whole, one in part with the rest in line, one waits, and all are told', async () => {
    const lot = await windowed()
    for (const who of ['bruno', 'dario', 'gina'] as const) await asked(who, lot.id, { qty_wanted: 6 })
    expect(await close(lot.id)).toMatchObject({ asked: 3, offered: 2, waiting: 1 })
    const ranked = await db
      .selectFrom('claims')
      .select(['claimant_id', 'place_in_rank'])
      .where('parent_id', 'is', null)
      .orderBy('place_in_rank')
      .execute()
    const [first, second, third] = ranked.map(({ claimant_id }) => claimant_id)
    expect(await states(lot.id)).toEqual({
      [`${first}`]: 'offered 6',
      [`${second}`]: 'offered 4',
      [`${second}, rest`]: 'waitlisted 2 at 1',
      [`${third}`]: 'waitlisted 6 at 2',
    })
    expect(await toldTo(String(first))).toEqual(['claim-offered'])
    expect(await toldTo(String(second))).toEqual(['claim-offered'])
    expect(await toldTo(String(third))).toEqual(['claim-waitlisted'])
    expect(await toldTo('ada')).toEqual(['claim-joined', 'claim-joined', 'claim-joined', 'window-closed'])
    await expectInvariants()
  })

  test('closes once: a second clock, or two at the same time, change nothing', async () => {
    const lot = await windowed()
    await asked('bruno', lot.id)
    const outcomes = await Promise.all([close(lot.id), close(lot.id), close(lot.id)])
    expect(outcomes.filter((outcome) => 'offered' in outcome)).toHaveLength(1)
    expect(outcomes.filter((outcome) => 'refused' in outcome && outcome.refused === 'window-closed')).toHaveLength(2)
    expect((await lotRow(lot.id)).held).toBe(4)
    expect(await toldTo('bruno')).toEqual(['claim-offered'])
  })

  test('whoever gets less than would do is passed over, and their history says for whom and why', async () => {
    const lot = await windowed({ reserved_until: closing })
    const school = await asked('chiara', lot.id, { qty_wanted: 8, organisation_id: 'scuola' })
    const trades = await asked('bruno', lot.id, { qty_wanted: 4, qty_min: 4, organisation_id: 'bottega' })
    const late = await asked('gina', lot.id, { qty_wanted: 2 })
    // Gina has had her share of lots, so that her turn comes last whatever is drawn.
    await given.listing({ id: 'other', place_id: 'oz-yard' })
    await db.updateTable('hubs').set({ quota_lots: 1 }).execute()
    await given.claim({ listing_id: 'other', claimant_id: 'gina', state: 'confirmed' })
    await close(lot.id)
    expect(await states(lot.id)).toEqual({ chiara: 'offered 8', bruno: 'waitlisted 4 at 1', gina: 'offered 2' })
    const [passed] = await eventsOf(trades.id, 'passed-over')
    expect(JSON.parse(passed?.details ?? '{}')).toEqual({
      why: 'minimum-too-high',
      free: 2,
      minimum: 4,
      until: null,
      favoured_id: late.id,
    })
    expect(rankOf(await claimRow(school.id))).toMatchObject({ place: 1, of: 3, decided_by: 'audience' })
    expect(rankOf(await claimRow(late.id))).toMatchObject({
      place: 3,
      decided_by: 'quota',
      quota: { used: 1, allowed: 1 },
    })
  })

  test('puts first whoever takes it all, or already comes to the same place', async () => {
    const lot = await windowed()
    const whole = await asked('ivo', lot.id, { qty_wanted: 10, qty_min: 10 })
    await asked('gina', lot.id)
    await close(lot.id)
    expect(await states(lot.id)).toEqual({ ivo: 'offered 10', gina: 'waitlisted 4 at 1' })
    expect(rankOf(await claimRow(whole.id))).toMatchObject({ takes_all: true, decided_by: 'one-trip' })

    const doors = await windowed({ title: 'Porte' })
    const other = await given.listing({ title: 'Maniglie' })
    await given.claim({ listing_id: other.id, claimant_id: 'gina', state: 'scheduled' })
    const coming = await asked('gina', doors.id)
    await asked('ivo', doors.id)
    await close(doors.id)
    expect(rankOf(await claimRow(coming.id))).toMatchObject({ place: 1, is_coming: true, decided_by: 'one-trip' })
  })

  test('that nobody asked in is over all the same: the next to ask is served at once', async () => {
    const lot = await windowed()
    expect(await close(lot.id)).toMatchObject({ asked: 0, offered: 0 })
    expect((await asked('bruno', lot.id, {}, later(closing, { hours: 1 }))).state).toBe('confirmed')
  })

  test('late is closed by whoever asks next: a stopped clock lets nobody in before those in time', async () => {
    const lot = await windowed({ total: 4 })
    const inTime = await asked('bruno', lot.id)
    const late = await asked('gina', lot.id, {}, later(closing, { minutes: 5 }))
    expect((await claimRow(inTime.id)).state).toBe('offered')
    expect(late).toMatchObject({ state: 'waitlisted', place_in_rank: null })
    expect(await close(lot.id, later(closing, { minutes: 6 }))).toEqual({ refused: 'window-closed' })
    const history = await listingHistory(db, actOf('ada').by, lot.id)
    expect(history?.find(({ kind }) => kind === 'window-closed')?.by).toBeNull()
  })

  test('during a pause waits for its end', async () => {
    const lot = await windowed()
    await asked('bruno', lot.id)
    await write(db, (trx) => pauseListing(trx, actOf('ada'), lot.id))
    expect(await ask('gina', lot.id)).toEqual({ refused: 'listing-paused' })
    expect(await close(lot.id)).toEqual({ refused: 'listing-closed' })
    const after = later(closing, { hours: 2 })
    await write(db, (trx) => resumeListing(trx, actOf('ada', after), lot.id))
    expect(await clocksOf(lot.id)).toContain(`close-window ${after}`)
    expect(await close(lot.id, after)).toMatchObject({ offered: 1 })
  })
})

describe('a lot in its last day', () => {
  const rescue = (id: string, at: string) => write(db, (trx) => rescueLot(trx, clockAct(at), id))

  test('closes an open window at once, by its draw, and then serves whoever comes', async () => {
    const lot = await windowed({ must_go_by: later(now, { hours: 26 }) })
    const bruno = await asked('bruno', lot.id)
    expect(await rescue(lot.id, later(now, { hours: 1 }))).toEqual({ refused: 'not-rescue' })
    await rescue(lot.id, later(now, { hours: 3 }))
    expect(await lotRow(lot.id)).toMatchObject({ allocation_rule: 'first_come', held: 4 })
    expect(rankOf(await claimRow(bruno.id))).toMatchObject({ place: 1, decided_by: 'alone' })
    expect((await asked('gina', lot.id, {}, later(now, { hours: 4 }))).state).toBe('confirmed')
    expect(await close(lot.id)).toEqual({ refused: 'no-window' })
    await expectInvariants()
  })

  test('no longer waits for a donor to pick: those who asked are offered it in the order in which they did', async () => {
    const lot = await given.listing({ total: 5, must_go_by: later(now, { hours: 25 }) })
    await asked('bruno', lot.id)
    await asked('gina', lot.id, {}, later(now, { minutes: 1 }))
    await rescue(lot.id, later(now, { hours: 2 }))
    expect(await states(lot.id)).toEqual({ bruno: 'offered 4', gina: 'offered 1', 'gina, rest': 'waitlisted 3 at 2' })
    await expectInvariants()
  })

  test('is caught up with by whoever asks, when its clock is late', async () => {
    const lot = await given.listing({ total: 5, must_go_by: later(now, { hours: 23 }) })
    expect((await asked('bruno', lot.id)).state).toBe('confirmed')
    expect((await lotRow(lot.id)).allocation_rule).toBe('first_come')
  })

  test('takes its donor’s rule back when it is renewed after its end', async () => {
    const lot = await windowed({ must_go_by: later(now, { hours: 23 }) })
    await rescue(lot.id, now)
    await write(db, (trx) => endListing(trx, actOf('ada'), lot.id, 'withdrawn'))
    await write(db, (trx) => renewListing(trx, actOf('ada'), lot.id, '2026-12-20'))
    expect(await lotRow(lot.id)).toMatchObject({
      allocation_rule: 'fair_window',
      window_closes_at: fromRome('2026-11-26T10:00'),
    })
  })
})

test('a history is whole for the donor, one’s own for a claimant with the others’ unnamed, and closed to strangers', async () => {
  const lot = await windowed({ total: 4 })
  const bruno = await asked('bruno', lot.id)
  await asked('gina', lot.id)
  await close(lot.id)
  const offered = await db
    .selectFrom('claims')
    .select(['id', 'claimant_id'])
    .where('state', '=', 'offered')
    .executeTakeFirstOrThrow()
  await write(db, (trx) => acceptOffer(trx, actOf(offered.claimant_id as 'bruno' | 'gina', closing), offered.id))
  const all = await listingHistory(db, actOf('ada').by, lot.id)
  expect(all?.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['requested', 'ranked', 'waitlisted', 'accepted']),
  )
  expect(new Set(all?.filter(({ about }) => about === 'claim').map(({ who }) => who))).toEqual(
    new Set(['Bruno Santi', 'Gina Price']),
  )
  const brunos = await listingHistory(db, actOf('bruno').by, lot.id)
  const named = brunos?.filter(({ about, who }) => about === 'claim' && who !== null)
  expect(new Set(named?.map(({ claim_id }) => claim_id))).toEqual(new Set([bruno.id]))
  expect(brunos?.length).toBe(all?.length)
  expect(await listingHistory(db, actOf('ivo').by, lot.id)).toBeUndefined()
})
