import { beforeEach, describe, expect, test } from 'vitest'
import { standsInLine } from '#app/domain/claims/line.read.server.ts'
import { quotaOf } from '#app/domain/claims/quota.read.server.ts'
import { openToAll } from '#app/domain/claims/rescue-lot.server.ts'
import { later } from '#app/domain/instant.ts'
import { renewListing } from '#app/domain/listings/renew-listing.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import { asked, claimRow, clockAct, clocksOf, eventsOf } from '../support/fair.ts'
import { actOf, db, freshWorld, given, now } from '../support/world.ts'

beforeEach(freshWorld)

const days = (count: number, from = now) => later(from, { days: count })
const open = (id: string, at: string) => write(db, (trx) => openToAll(trx, clockAct(at), id))

/** Lots of Officine Zero that somebody was given, one on each of these days from now. */
async function had(dates: readonly number[], facts: Partial<ClaimRow> = {}) {
  for (const date of dates) {
    const lot = await given.listing({ place_id: 'oz-yard' })
    await given.claim({ listing_id: lot.id, state: 'collected', offered_at: days(date), ...facts })
  }
}

const limitedTo = (quota_lots: number) => db.updateTable('hubs').set({ quota_lots, quota_days: 28 }).execute()

describe('a quota', () => {
  test('counts the lots of a hub that a party was given in its rolling days, this one apart', async () => {
    await limitedTo(3)
    const lot = await given.listing()
    await had([-27, -1])
    await had([-29])
    await had([-1], { state: 'lapsed', qty: 0 })
    await given.claim({ listing_id: lot.id, state: 'confirmed' })
    const far = await given.listing({ hub_id: 'borgata' })
    await given.claim({ listing_id: far.id, state: 'confirmed' })
    expect(await quotaOf(db, 'bruno', lot, now)).toEqual({ used: 2, allowed: 3, has_left: true, lifts_at: null })
  })

  test('is one for a member and another for the organisation they ask for', async () => {
    await limitedTo(1)
    const lot = await given.listing()
    await had([-1], { organisation_id: 'bottega' })
    expect(await quotaOf(db, 'bruno', lot, now)).toMatchObject({ used: 0, has_left: true })
    expect(await quotaOf(db, 'bottega', lot, now)).toMatchObject({ used: 1, has_left: false })
  })

  test('lifts as the oldest lot leaves it, or three days before the lot must go, whichever is first', async () => {
    await limitedTo(2)
    await had([-20, -10, -5])
    const lot = (must_go_by: string | null) => ({ id: 'none', hub_id: 'oz', must_go_by })
    const lifts = async (must_go_by: string | null) => (await quotaOf(db, 'bruno', lot(must_go_by), now)).lifts_at
    expect(await lifts(null)).toBe(days(18))
    expect(await lifts(days(30))).toBe(days(18))
    expect(await lifts(days(8))).toBe(days(5))
    expect(await quotaOf(db, 'bruno', lot(days(2)), now)).toEqual({
      used: 3,
      allowed: 2,
      has_left: true,
      lifts_at: null,
    })
  })

  test('is nobody’s where no hub looks after the lot', async () => {
    await limitedTo(0)
    const lot = await given.listing({ hub_id: null })
    expect(await quotaOf(db, 'bruno', lot, now)).toEqual({ used: 0, allowed: null, has_left: true, lifts_at: null })
  })
})

describe('where the first to come is served', () => {
  test('whoever had their share waits, is passed over with the reason, and is served when it lifts', async () => {
    await limitedTo(2)
    await had([-27, -10])
    const lot = await given.listing({ total: 10, allocation_rule: 'first_come', must_go_by: null })
    const bruno = await asked('bruno', lot.id)
    expect(bruno.state).toBe('waitlisted')
    expect((await eventsOf(bruno.id, 'waitlisted')).map(({ details }) => details)).toEqual(['over-quota'])
    expect(await standsInLine(db, bruno.id, now)).toEqual({ place: 1, hold: { why: 'over-quota', until: days(1) } })

    const gina = await asked('gina', lot.id)
    expect(gina.state).toBe('confirmed')
    const [passed] = await eventsOf(bruno.id, 'passed-over')
    expect(JSON.parse(passed?.details ?? '{}')).toMatchObject({
      why: 'over-quota',
      until: days(1),
      favoured_id: gina.id,
    })

    expect(await clocksOf(lot.id)).toContain(`open-to-all ${days(1)}`)
    await open(lot.id, later(now, { hours: 1 }))
    expect((await claimRow(bruno.id)).state).toBe('waitlisted')
    await open(lot.id, later(days(1), { minutes: 1 }))
    expect(await claimRow(bruno.id)).toMatchObject({ state: 'offered', qty: 4 })
  })

  test('a quota that moves on is waited for again', async () => {
    await limitedTo(1)
    await had([-20])
    const lot = await given.listing({ total: 10, allocation_rule: 'first_come', must_go_by: null })
    const bruno = await asked('bruno', lot.id)
    await had([-2])
    await open(lot.id, days(8))
    expect((await claimRow(bruno.id)).state).toBe('waitlisted')
    expect(await clocksOf(lot.id)).toContain(`open-to-all ${days(26)}`)
  })

  test('a day brought so near that the quota lifts has the line served at once', async () => {
    await limitedTo(1)
    await had([-20])
    const lot = await given.listing({ total: 10, allocation_rule: 'first_come', must_go_by: days(20) })
    const bruno = await asked('bruno', lot.id)
    expect(bruno.state).toBe('waitlisted')
    await write(db, (trx) => renewListing(trx, actOf('ada'), lot.id, '2026-11-26'))
    expect(await clocksOf(lot.id)).toContain(`open-to-all ${now}`)
    await open(lot.id, later(now, { minutes: 1 }))
    expect(await claimRow(bruno.id)).toMatchObject({ state: 'offered', qty: 4 })
  })

  test('a reserved lot is for schools and non-profits first, and for all when its day has come', async () => {
    const lot = await given.listing({ total: 10, allocation_rule: 'first_come', reserved_until: days(2) })
    const bottega = await asked('bruno', lot.id, { organisation_id: 'bottega' })
    const gina = await asked('gina', lot.id)
    expect([bottega.state, gina.state]).toEqual(['waitlisted', 'waitlisted'])
    expect((await asked('chiara', lot.id, { organisation_id: 'scuola' })).state).toBe('confirmed')
    const passed = await eventsOf(bottega.id, 'passed-over')
    expect(JSON.parse(passed[0]?.details ?? '{}')).toMatchObject({ why: 'reserved', until: days(2) })
    await open(lot.id, later(days(2), { minutes: 1 }))
    expect((await claimRow(bottega.id)).state).toBe('offered')
    expect(await claimRow(gina.id)).toMatchObject({ state: 'offered', qty: 2 })
  })

  test('in the last day nobody is held back', async () => {
    await limitedTo(1)
    await had([-1])
    const lot = await given.listing({
      total: 10,
      allocation_rule: 'first_come',
      reserved_until: days(5),
      must_go_by: later(now, { hours: 20 }),
    })
    expect((await asked('bruno', lot.id)).state).toBe('confirmed')
  })
})
