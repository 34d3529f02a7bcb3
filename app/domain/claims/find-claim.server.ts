import type { Db } from '#db/database.ts'

/** A claim with what its commands need to know of the lot. */
export function findClaim(db: Db, claimId: string) {
  return db
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .selectAll('claims')
    .select([
      'listings.donor_id',
      'listings.organisation_id as listing_organisation_id',
      'listings.hub_id',
      'listings.place_id',
      'listings.title',
      'listings.unit',
      'listings.must_go_by',
      'listings.available_from',
      'listings.allocation_rule',
      'listings.state as listing_state',
      'claims.organisation_id as claim_organisation_id',
      'claims.hub_id as claim_hub_id',
    ])
    .where('claims.id', '=', claimId)
    .executeTakeFirst()
}

export type FoundClaim = NonNullable<Awaited<ReturnType<typeof findClaim>>>

/** What a notice about a claim says. */
export function claimDetails(claim: Pick<FoundClaim, 'title' | 'unit' | 'listing_id' | 'qty' | 'qty_wanted'>) {
  return { title: claim.title, unit: claim.unit, quantity: claim.qty || claim.qty_wanted, listing_id: claim.listing_id }
}
