import { beforeEach, expect, test } from 'vitest'
import { later, toRome } from '#app/domain/instant.ts'
import { reviseListing } from '#app/domain/listings/revise-listing.server.ts'
import { cancelClaim } from '#app/domain/pickups/cancel-claim.server.ts'
import { confirmPickup } from '#app/domain/pickups/confirm-pickup.server.ts'
import { proposePickup } from '#app/domain/pickups/propose-pickup.server.ts'
import { write } from '#app/domain/write.server.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

async function propose(claimId: string, who: Neighbour, days: number, override_reason = '') {
  const ask = { starts_at: toRome(later(now, { days })), minutes: 60, note: '', override_reason }
  const proposed = await write(db, (trx) => proposePickup(trx, actOf(who), claimId, ask))
  if (!('pickup' in proposed)) throw new Error(`not proposed: ${JSON.stringify(proposed)}`)
  return proposed.pickup.id
}

test('a pickup leaves out what must go before its day', async () => {
  const calm = await given.listing()
  const pressed = await given.listing({ must_go_by: later(now, { days: 4 }) })
  const claim = await given.claim({ listing_id: calm.id, state: 'confirmed' })
  await given.claim({ listing_id: pressed.id, state: 'confirmed' })
  const id = await propose(claim.id, 'bruno', 6)
  const served = await db.selectFrom('pickup_claims').select('claim_id').where('pickup_id', '=', id).execute()
  expect(served).toEqual([{ claim_id: claim.id }])
})

test('what a colleague proposed is for the other side to agree to, not for their own', async () => {
  await db
    .insertInto('memberships')
    .values({ organisation_id: 'bottega', member_id: 'gina', role: 'staff', since: now })
    .execute()
  const lot = await given.listing()
  const claim = await given.claim({ listing_id: lot.id, state: 'confirmed', organisation_id: 'bottega' })
  const id = await propose(claim.id, 'gina', 2)
  expect(await write(db, (trx) => confirmPickup(trx, actOf('bruno'), id))).toEqual({ refused: 'not-yours' })
  expect(await write(db, (trx) => confirmPickup(trx, actOf('ada'), id))).toHaveProperty('pickup')
})

test('a pickup that a coordinator put outside the days of a lot does not stop its donor from editing it', async () => {
  const lot = await given.listing({ must_go_by: later(now, { days: 4 }) })
  const claim = await given.claim({ listing_id: lot.id, state: 'confirmed' })
  await propose(claim.id, 'dario', 6, 'Ada è via')
  expect(await write(db, (trx) => reviseListing(trx, actOf('ada'), lot.id, { total: 30 }))).toHaveProperty('changed')
})

test('a quota that is used no more holds nobody back', async () => {
  const given_up = await given.listing()
  const waited_for = await given.listing({ allocation_rule: 'first_come' })
  const claim = await given.claim({ listing_id: given_up.id, state: 'confirmed' })
  await given.claim({ listing_id: waited_for.id, state: 'waitlisted', position: 1 })
  await write(db, (trx) => cancelClaim(trx, actOf('bruno'), claim.id, 'other'))
  const clocks = await db.selectFrom('clocks').select('subject_id').where('kind', '=', 'open-to-all').execute()
  expect(clocks).toEqual([{ subject_id: waited_for.id }])
})
