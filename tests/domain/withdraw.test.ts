import { beforeEach, describe, expect, test } from 'vitest'
import { later } from '#app/domain/instant.ts'
import { endListing } from '#app/domain/pickups/end-listing.server.ts'
import { expireInTime } from '#app/domain/pickups/expire-in-time.server.ts'
import { write } from '#app/domain/write.server.ts'
import { expectInvariants } from '../support/invariants.ts'
import { actOf, db, freshWorld, given, type Neighbour, now } from '../support/world.ts'

beforeEach(freshWorld)

const end = (id: string, who: Neighbour, reason: 'withdrawn' | 'removed' = 'withdrawn') =>
  write(db, (trx) => endListing(trx, actOf(who), id, reason))
const claimsOf = async (id: string) =>
  db
    .selectFrom('claims')
    .select(['claimant_id', 'state', 'end_reason'])
    .where('listing_id', '=', id)
    .orderBy('claimant_id')
    .execute()
const ended = async () =>
  db.selectFrom('notices').select(['member_id', 'kind']).where('kind', 'like', 'claim-%').orderBy('member_id').execute()

/** Ada's boards with three people in line: one has a pickup tomorrow, one is offered some, one has just asked. */
async function crowdedLot(facts: Parameters<typeof given.listing>[0] = {}) {
  const lot = await given.listing(facts)
  const bruno = await given.claim({ listing_id: lot.id, state: 'scheduled' })
  await given.claim({ listing_id: lot.id, claimant_id: 'chiara', state: 'offered' })
  await given.claim({ listing_id: lot.id, claimant_id: 'gina' })
  return { lot, bruno, pickup: await given.pickup([bruno.id], { state: 'confirmed' }) }
}

describe('a lot taken back', () => {
  test('ends every open claim on it, and each claimant hears of that exactly once', async () => {
    const { lot } = await crowdedLot()
    await end(lot.id, 'ada')
    const superseded = { state: 'superseded', end_reason: 'withdrawn' }
    expect(await claimsOf(lot.id)).toEqual(
      ['bruno', 'chiara', 'gina'].map((claimant_id) => ({ claimant_id, ...superseded })),
    )
    expect(await ended()).toEqual(
      ['bruno', 'chiara', 'gina'].map((member_id) => ({ member_id, kind: 'claim-superseded' })),
    )
    await expectInvariants()
  })

  test('holds nothing any more, and its pickup is called off', async () => {
    const { lot, pickup } = await crowdedLot()
    await end(lot.id, 'ada')
    expect(
      await db
        .selectFrom('listings')
        .select(['state', 'closed_reason', 'held'])
        .where('id', '=', lot.id)
        .executeTakeFirstOrThrow(),
    ).toEqual({ state: 'closed', closed_reason: 'withdrawn', held: 0 })
    expect(
      await db
        .selectFrom('pickups')
        .select(['state', 'end_reason'])
        .where('id', '=', pickup.id)
        .executeTakeFirstOrThrow(),
    ).toEqual({ state: 'cancelled', end_reason: 'claim-ended' })
  })

  test('leaves a pickup standing that has another lot in it', async () => {
    const { lot, bruno, pickup } = await crowdedLot()
    const doors = await given.listing({ title: 'Porte' })
    const other = await given.claim({ listing_id: doors.id, state: 'scheduled' })
    await db.insertInto('pickup_claims').values({ pickup_id: pickup.id, claim_id: other.id }).execute()
    await end(lot.id, 'ada')
    expect(
      (await db.selectFrom('pickups').select('state').where('id', '=', pickup.id).executeTakeFirstOrThrow()).state,
    ).toBe('confirmed')
    expect(
      await db.selectFrom('pickup_claims').select('claim_id').where('pickup_id', '=', pickup.id).execute(),
    ).toEqual([{ claim_id: other.id }])
    expect((await claimsOf(lot.id))[0]).toMatchObject({ claimant_id: bruno.claimant_id, state: 'superseded' })
  })

  test('tells nobody twice when it is asked for twice', async () => {
    const { lot } = await crowdedLot()
    await end(lot.id, 'ada')
    expect(await end(lot.id, 'ada')).toEqual({ refused: 'listing-closed' })
    expect(await ended()).toHaveLength(3)
  })

  test('is not for strangers: a refusal changes nothing', async () => {
    const { lot } = await crowdedLot()
    expect(await end(lot.id, 'bruno')).toEqual({ refused: 'not-yours' })
    expect(await end(lot.id, 'pia', 'removed')).toEqual({ refused: 'not-yours' })
    expect((await claimsOf(lot.id)).map(({ state }) => state)).toEqual(['scheduled', 'offered', 'requested'])
    expect(await ended()).toEqual([])
  })

  test('by a coordinator is removed, and the claims say so', async () => {
    const { lot } = await crowdedLot()
    await end(lot.id, 'dario', 'removed')
    expect(new Set((await claimsOf(lot.id)).map(({ end_reason }) => end_reason))).toEqual(new Set(['removed']))
    expect(await db.selectFrom('notices').select('member_id').where('kind', '=', 'listing-closed').execute()).toEqual([
      { member_id: 'ada' },
    ])
  })
})

describe('a lot that ran out', () => {
  const expire = (id: string) => write(db, (trx) => expireInTime(trx, { ...actOf('elena'), via: 'job' }, id))

  test('waits for the pickup that is agreed, then ends with its claims', async () => {
    const { lot, pickup } = await crowdedLot({ must_go_by: later(now, { hours: -1 }) })
    const again_at = later(pickup.ends_at, { hours: 1 })
    expect(await expire(lot.id)).toEqual({ again_at })
    expect(await db.selectFrom('clocks').select(['kind', 'due_at']).execute()).toEqual([
      { kind: 'expire-listing', due_at: again_at },
    ])
    await db.updateTable('pickups').set({ state: 'cancelled' }).where('id', '=', pickup.id).execute()
    expect(await expire(lot.id)).toMatchObject({ listing: { closed_reason: 'expired' } })
    expect(new Set((await claimsOf(lot.id)).map(({ state, end_reason }) => `${state} ${end_reason}`))).toEqual(
      new Set(['superseded expired']),
    )
    expect(await expire(lot.id)).toEqual({ refused: 'not-expired' })
    await expectInvariants()
  })
})
