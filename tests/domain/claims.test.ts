import { beforeEach, expect, test } from 'vitest'
import { acceptOffer } from '#app/domain/claims/accept-offer.server.ts'
import type { ClaimAsk } from '#app/domain/claims/claim-ask.ts'
import { collectClaim } from '#app/domain/claims/collect-claim.server.ts'
import { declineClaim } from '#app/domain/claims/decline-claim.server.ts'
import { doorOfClaim } from '#app/domain/claims/door.read.server.ts'
import { handoverCodeFor } from '#app/domain/claims/handover-code.server.ts'
import { lapseClaim, lapsedOffers } from '#app/domain/claims/lapse-claims.server.ts'
import { offerUnits } from '#app/domain/claims/offer-units.server.ts'
import { placeClaim } from '#app/domain/claims/place-claim.server.ts'
import { later } from '#app/domain/instant.ts'
import { cancelClaim } from '#app/domain/pickups/cancel-claim.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

const ask: ClaimAsk = {
  qty_wanted: 8,
  qty_min: 4,
  days: ['wed'],
  transport: 'van',
  purpose: 'Un banco.',
  organisation_id: null,
}

const place = (who: Neighbour, listingId: string, asked: Partial<ClaimAsk> = {}) =>
  write(db, (trx) => placeClaim(trx, actOf(who), listingId, { ...ask, ...asked }))
const stock = (id: string) =>
  db.selectFrom('listings').select(['held', 'collected']).where('id', '=', id).executeTakeFirstOrThrow()
const stateOf = async (id: string) =>
  (await db.selectFrom('claims').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state

async function placed(who: Neighbour, listingId: string, asked: Partial<ClaimAsk> = {}) {
  const outcome = await place(who, listingId, asked)
  if (isRefusal(outcome)) throw new Error(outcome.refused)
  return outcome.claim
}

test('asking holds nothing and tells the donor', async () => {
  const lot = await given.listing()
  const claim = await placed('bruno', lot.id)
  expect(claim.state).toBe('requested')
  expect(await stock(lot.id)).toEqual({ held: 0, collected: 0 })
  expect(await db.selectFrom('notices').select(['member_id', 'kind']).execute()).toEqual([
    { member_id: 'ada', kind: 'claim-requested' },
  ])
})

test('an offer holds its share, and accepting it opens the door and draws a code', async () => {
  const lot = await given.listing()
  const claim = await placed('bruno', lot.id)
  expect(await doorOfClaim(db, actOf('bruno').by, claim.id)).toBeUndefined()
  await write(db, (trx) => offerUnits(trx, actOf('ada'), claim.id, 6))
  expect(await stock(lot.id)).toEqual({ held: 6, collected: 0 })
  expect(await doorOfClaim(db, actOf('bruno').by, claim.id)).toBeUndefined()
  await write(db, (trx) => acceptOffer(trx, actOf('bruno'), claim.id))
  expect(await stateOf(claim.id)).toBe('confirmed')
  expect(await doorOfClaim(db, actOf('bruno').by, claim.id)).toMatchObject({ place_id: 'cellar' })
  expect((await handoverCodeFor(db, actOf('bruno').by, claim.id))?.code).toMatch(/^[A-HJKM-NP-Z2-9]{6}$/)
  expect(await handoverCodeFor(db, actOf('ada').by, claim.id)).toBeUndefined()
})

test('what was collected is off the lot, and what was left of the share is free again', async () => {
  const lot = await given.listing()
  const claim = await given.claim({ listing_id: lot.id, state: 'confirmed', qty_wanted: 8 })
  await write(db, (trx) => collectClaim(trx, actOf('ada'), claim.id, 5))
  expect(await stock(lot.id)).toEqual({ held: 0, collected: 5 })
  expect(await write(db, (trx) => collectClaim(trx, actOf('ada'), claim.id, 5))).toEqual({
    refused: 'already-answered',
  })
})

test.each([
  ['nobody asks for what they give', 'ada', {}, 'own-listing'],
  ['nobody asks for more than there ever was', 'bruno', { qty_wanted: 41 }, 'not-enough-left'],
  ['a minimum above the wish is refused', 'bruno', { qty_min: 9 }, 'below-minimum'],
  ['nobody asks in the name of somebody else’s organisation', 'bruno', { organisation_id: 'liceo' }, 'not-yours'],
] as const)('%s', async (_, who, asked, reason) => {
  const lot = await given.listing()
  expect(await place(who, lot.id, asked)).toEqual({ refused: reason })
  expect(await db.selectFrom('claims').select('id').execute()).toEqual([])
})

test('one open claim each: a second is refused while the first stands, and welcome once it has ended', async () => {
  const lot = await given.listing()
  const first = await placed('bruno', lot.id)
  expect(await place('bruno', lot.id)).toEqual({ refused: 'already-asked' })
  await write(db, (trx) => cancelClaim(trx, actOf('bruno'), first.id, 'changed-mind'))
  expect(await place('bruno', lot.id)).toHaveProperty('claim')
})

test('a donor cannot promise more than is left, nor outside what was asked', async () => {
  const lot = await given.listing({ total: 10 })
  const bruno = await placed('bruno', lot.id)
  const dario = await placed('dario', lot.id)
  expect(await write(db, (trx) => offerUnits(trx, actOf('ada'), bruno.id, 9))).toEqual({
    refused: 'quantity-outside-ask',
  })
  await write(db, (trx) => offerUnits(trx, actOf('ada'), bruno.id, 8))
  expect(await write(db, (trx) => offerUnits(trx, actOf('ada'), dario.id, 4))).toEqual({ refused: 'not-enough-left' })
  expect(await write(db, (trx) => offerUnits(trx, actOf('bruno'), dario.id, 4))).toEqual({ refused: 'not-yours' })
  expect(await stock(lot.id)).toEqual({ held: 8, collected: 0 })
})

test('a declined claimant hears it once, with the reason', async () => {
  const lot = await given.listing()
  const claim = await placed('bruno', lot.id)
  await write(db, (trx) => declineClaim(trx, actOf('ada'), claim.id, 'needed-elsewhere'))
  expect(await write(db, (trx) => declineClaim(trx, actOf('ada'), claim.id, 'again'))).toEqual({
    refused: 'already-answered',
  })
  const notices = await db.selectFrom('notices').select(['kind', 'details']).where('member_id', '=', 'bruno').execute()
  expect(notices).toHaveLength(1)
  expect(JSON.parse(notices[0]?.details ?? '{}')).toMatchObject({ reason: 'needed-elsewhere' })
})

test('where the first is served, what is free is theirs at once and the next waits in line', async () => {
  const lot = await given.listing({ total: 10, allocation_rule: 'first_come' })
  expect((await placed('bruno', lot.id)).state).toBe('confirmed')
  const waiting = await placed('dario', lot.id, { qty_min: 4 })
  expect(waiting).toMatchObject({ state: 'waitlisted', position: 1 })
  expect(await stock(lot.id)).toEqual({ held: 8, collected: 0 })
})

test('when someone drops out, the first in line whose minimum fits is offered what is free', async () => {
  const lot = await given.listing({ total: 8, allocation_rule: 'first_come' })
  const bruno = await placed('bruno', lot.id)
  const dario = await placed('dario', lot.id, { qty_wanted: 6, qty_min: 2 })
  await write(db, (trx) => cancelClaim(trx, actOf('bruno'), bruno.id, 'no-van'))
  expect(await db.selectFrom('claims').select(['state', 'qty']).where('id', '=', dario.id).executeTakeFirst()).toEqual({
    state: 'offered',
    qty: 6,
  })
  expect(await stock(lot.id)).toEqual({ held: 6, collected: 0 })
})

test('an unanswered offer lapses only after its time, and gives its units back', async () => {
  const lot = await given.listing()
  const claim = await placed('bruno', lot.id)
  await write(db, (trx) => offerUnits(trx, actOf('ada'), claim.id, 8))
  expect(await write(db, (trx) => lapseClaim(trx, actOf('ada'), claim.id))).toEqual({ refused: 'already-answered' })
  const inThreeDays = later(now, { days: 3 })
  expect(await lapsedOffers(db, inThreeDays)).toEqual([{ id: claim.id }])
  expect(await write(db, (trx) => acceptOffer(trx, actOf('bruno', inThreeDays), claim.id))).toEqual({
    refused: 'offer-lapsed',
  })
  await write(db, (trx) => lapseClaim(trx, { ...actOf('ada', inThreeDays), via: 'job' }, claim.id))
  expect(await stateOf(claim.id)).toBe('lapsed')
  expect(await stock(lot.id)).toEqual({ held: 0, collected: 0 })
})

test('two hundred people at once on forty boards: forty are granted, one hundred and sixty wait', async () => {
  const lot = await given.listing({ total: 40, allocation_rule: 'first_come' })
  const crowd = Array.from({ length: 200 }, (_, n) => ({
    id: `neighbour-${n}`,
    email: `n${n}@example.org`,
    email_verified_at: now,
    name: `Vicino ${n}`,
    about: '',
    password_hash: null,
    locale: 'it' as const,
    is_admin: 0 as const,
    joined_at: now,
    erased_at: null,
  }))
  await db.insertInto('members').values(crowd).execute()
  const one = { ...ask, qty_wanted: 1, qty_min: 1 }
  const act = (id: string) => ({ by: { id, is_admin: false, coordinates: [] }, at: now, via: 'web' as const })
  const outcomes = await Promise.all(crowd.map(({ id }) => write(db, (trx) => placeClaim(trx, act(id), lot.id, one))))
  const states = outcomes.map((outcome) => (isRefusal(outcome) ? outcome.refused : outcome.claim.state))
  expect(states.filter((state) => state === 'confirmed')).toHaveLength(40)
  expect(states.filter((state) => state === 'waitlisted')).toHaveLength(160)
  expect(await stock(lot.id)).toEqual({ held: 40, collected: 0 })
}, 60_000)
