import { expect } from 'vitest'
import { db } from './world.ts'

const holding = ['offered', 'confirmed', 'scheduled']

/** Invariants 1, 2, 4, 5 and 6 of the domain, read from the tables alone. */
export async function expectInvariants() {
  const listings = await db.selectFrom('listings').selectAll().execute()
  const claims = await db.selectFrom('claims').selectAll().execute()
  for (const lot of listings) {
    const own = claims.filter((claim) => claim.listing_id === lot.id)
    expect(Math.min(lot.held, lot.collected, lot.written_off)).toBeGreaterThanOrEqual(0)
    expect(lot.held + lot.collected + lot.written_off).toBeLessThanOrEqual(lot.total)
    expect(lot.held).toBe(sum(own.filter((claim) => holding.includes(claim.state)).map((claim) => claim.qty)))
    expect(lot.collected).toBe(sum(own.map((claim) => claim.qty_done)))
    const openParties = own
      .filter((claim) => claim.is_open === 1 && claim.parent_id === null)
      .map((claim) => claim.party_key)
    expect(new Set(openParties).size).toBe(openParties.length)
  }
  const notices = await db.selectFrom('notices').select(['member_id', 'event_key']).execute()
  for (const claim of claims) {
    if (holding.includes(claim.state)) expect(claim.qty).toBeGreaterThanOrEqual(claim.qty_min)
    expect(claim.qty).toBeLessThanOrEqual(claim.qty_wanted)
    expect(claim.qty_done).toBeLessThanOrEqual(claim.qty)
    const told = notices.filter(
      (notice) => notice.member_id === claim.claimant_id && notice.event_key === `claim-ended:${claim.id}`,
    )
    expect(told).toHaveLength(claim.is_open === 1 || claim.state === 'collected' ? 0 : 1)
  }
}

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0)
}
