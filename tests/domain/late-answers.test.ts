import { beforeEach, describe, expect, test } from 'vitest'
import { acceptOffer } from '#app/domain/claims/accept-offer.server.ts'
import { closeWindow } from '#app/domain/claims/close-window.server.ts'
import { lapseClaim } from '#app/domain/claims/lapse-claims.server.ts'
import { offerUnits } from '#app/domain/claims/offer-units.server.ts'
import { later } from '#app/domain/instant.ts'
import { pauseListing } from '#app/domain/listings/pause-listing.server.ts'
import { changeTotal, reviseListing } from '#app/domain/listings/revise-listing.server.ts'
import { cancelClaim } from '#app/domain/pickups/cancel-claim.server.ts'
import { endListing } from '#app/domain/pickups/end-listing.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { ask, asked, claimRow, clockAct, closing, lotRow, toldTo, windowed } from '../support/fair.ts'
import { expectInvariants } from '../support/invariants.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

const accept = (who: Neighbour, id: string, at = now) => write(db, (trx) => acceptOffer(trx, actOf(who, at), id))
const cancel = (who: Neighbour, id: string) => write(db, (trx) => cancelClaim(trx, actOf(who), id, 'changed-mind'))
const offer = (id: string, quantity: number) => write(db, (trx) => offerUnits(trx, actOf('ada'), id, quantity))
const total = (id: string, quantity: number) => write(db, (trx) => changeTotal(trx, actOf('ada'), id, quantity))

/** How often each refusal came back, and how often it went through. */
function tally(outcomes: readonly unknown[]) {
  const counts: Record<string, number> = {}
  for (const outcome of outcomes) {
    const said = isRefusal(outcome) ? (outcome as { refused: string }).refused : 'done'
    counts[said] = (counts[said] ?? 0) + 1
  }
  return counts
}

describe('pressed twice, or in two tabs', () => {
  test('a request is one request', async () => {
    const lot = await given.listing({ total: 10, allocation_rule: 'first_come' })
    const outcomes = await Promise.all([ask('bruno', lot.id), ask('bruno', lot.id), ask('bruno', lot.id)])
    expect(tally(outcomes)).toEqual({ done: 1, 'already-asked': 2 })
    expect((await lotRow(lot.id)).held).toBe(4)
    expect(await toldTo('bruno')).toEqual(['claim-confirmed'])
    expect(await toldTo('ada')).toEqual(['claim-confirmed'])
  })

  test('an answer is one answer', async () => {
    const lot = await given.listing()
    const claim = await given.claim({ listing_id: lot.id, state: 'offered' })
    expect(tally(await Promise.all([accept('bruno', claim.id), accept('bruno', claim.id)]))).toEqual({
      done: 1,
      'already-answered': 1,
    })
    expect(await toldTo('ada')).toEqual(['claim-confirmed'])
  })

  test('a refusal to go on is one', async () => {
    const lot = await given.listing()
    const claim = await given.claim({ listing_id: lot.id, state: 'confirmed' })
    expect(tally(await Promise.all([cancel('bruno', claim.id), cancel('bruno', claim.id)]))).toEqual({
      done: 1,
      'already-answered': 1,
    })
    expect((await lotRow(lot.id)).held).toBe(0)
    await expectInvariants()
  })

  test('a yes and a no at once are one of the two, and the units are counted once', async () => {
    const lot = await given.listing()
    const claim = await given.claim({ listing_id: lot.id, state: 'offered' })
    await Promise.all([accept('bruno', claim.id), cancel('bruno', claim.id), cancel('ada', claim.id)])
    expect((await lotRow(lot.id)).held).toBe((await claimRow(claim.id)).qty)
    await expectInvariants()
  })

  test('a donor’s two offers of the last pieces are one', async () => {
    const lot = await given.listing({ total: 6 })
    const [bruno, gina] = [await asked('bruno', lot.id), await asked('gina', lot.id)]
    expect(tally(await Promise.all([offer(bruno.id, 4), offer(gina.id, 4)]))).toEqual({
      done: 1,
      'not-enough-left': 1,
    })
    expect((await lotRow(lot.id)).held).toBe(4)
  })
})

describe('a late answer', () => {
  test('after the hour is refused even before the clock has struck it', async () => {
    const lot = await given.listing()
    const claim = await given.claim({
      listing_id: lot.id,
      state: 'offered',
      offer_expires_at: later(now, { hours: 1 }),
    })
    expect(await accept('bruno', claim.id, later(now, { hours: 2 }))).toEqual({ refused: 'offer-lapsed' })
    expect((await claimRow(claim.id)).state).toBe('offered')
  })

  test('and the clock at the same moment end in one or the other', async () => {
    const lot = await given.listing()
    const claim = await given.claim({ listing_id: lot.id, state: 'offered', offer_expires_at: now })
    await Promise.all([
      accept('bruno', claim.id, now),
      write(db, (trx) => lapseClaim(trx, clockAct(later(now, { minutes: 1 })), claim.id)),
    ])
    expect(['confirmed', 'lapsed']).toContain((await claimRow(claim.id)).state)
    await expectInvariants()
  })

  test('from a donor to somebody who gave up is refused', async () => {
    const lot = await given.listing()
    const claim = await asked('bruno', lot.id)
    await cancel('bruno', claim.id)
    expect(await offer(claim.id, 4)).toEqual({ refused: 'already-answered' })
  })
})

describe('while the form was open', () => {
  test.each([
    ['the lot was closed', 'listing-closed', (id: string) => end(id)],
    ['the lot was paused', 'listing-paused', (id: string) => pause(id)],
    ['its quantity shrank below what is asked', 'not-enough-left', (id: string) => total(id, 3)],
    ['its donor changed it', 'lot-changed', (id: string) => reword(id)],
  ])('%s: the request says so, and nothing is kept', async (_, reason, change) => {
    const lot = await given.listing({ total: 10, allocation_rule: 'first_come' })
    await change(lot.id)
    const seen = reason === 'lot-changed' ? { seen_revised_at: lot.revised_at } : {}
    expect(await ask('bruno', lot.id, seen)).toEqual({ refused: reason })
    expect(await db.selectFrom('claims').select('id').execute()).toEqual([])
  })

  test('its rule changed with its last day: the request says so, and asking again is served', async () => {
    const lot = await windowed({ must_go_by: later(now, { hours: 25 }) })
    const after = later(now, { hours: 2 })
    expect(await ask('bruno', lot.id, { seen_rule: 'fair_window' }, after)).toEqual({ refused: 'rule-changed' })
    expect((await asked('bruno', lot.id, { seen_rule: 'first_come' }, after)).state).toBe('confirmed')
  })

  test('its window closed among ten who pressed at once: each is in the draw or in line, and none is lost', async () => {
    const lot = await windowed({ total: 5 })
    const crowd = ['bruno', 'chiara', 'dario', 'gina', 'ivo'] as const
    const outcomes = await Promise.all([
      ...crowd.slice(0, 3).map((who) => ask(who, lot.id, { qty_wanted: 2 })),
      write(db, (trx) => closeWindow(trx, clockAct(closing), lot.id)),
      ...crowd.slice(3).map((who) => ask(who, lot.id, { qty_wanted: 2 }, closing)),
    ])
    expect(tally(outcomes.filter((outcome) => 'claim' in outcome))).toEqual({ done: 5 })
    await write(db, (trx) => closeWindow(trx, clockAct(closing), lot.id))
    const states = await db.selectFrom('claims').select('state').where('parent_id', 'is', null).execute()
    expect(states.every(({ state }) => state !== 'requested')).toBe(true)
    expect((await lotRow(lot.id)).held).toBe(5)
    await expectInvariants()
  })

  const end = (id: string) => write(db, (trx) => endListing(trx, actOf('ada'), id, 'withdrawn'))
  const pause = (id: string) => write(db, (trx) => pauseListing(trx, actOf('ada'), id))
  const reword = (id: string) =>
    write(db, (trx) => reviseListing(trx, actOf('ada', later(now, { minutes: 1 })), id, { title: 'Assi bagnate' }))
})

describe('a smaller quantity', () => {
  test('than is held or gone is refused with how much that is, and nothing changes', async () => {
    const lot = await given.listing({ total: 20 })
    await given.claim({ listing_id: lot.id, state: 'confirmed', qty_wanted: 5 })
    await given.claim({ listing_id: lot.id, claimant_id: 'gina', state: 'collected', qty_wanted: 3 })
    expect(await total(lot.id, 7)).toEqual({ refused: 'below-held', promised: 8 })
    expect((await lotRow(lot.id)).total).toBe(20)
    expect(isRefusal(await total(lot.id, 8))).toBe(false)
  })

  test('and a request at the same moment never add up to more than there is', async () => {
    const lot = await given.listing({ total: 6, allocation_rule: 'first_come' })
    await Promise.all([
      total(lot.id, 3),
      ask('bruno', lot.id),
      ask('gina', lot.id, { qty_wanted: 2 }),
      total(lot.id, 4),
    ])
    const { held, total: left } = await lotRow(lot.id)
    expect(held).toBeLessThanOrEqual(left)
    await expectInvariants()
  })
})
