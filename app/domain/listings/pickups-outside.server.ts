import type { Db } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'

type Days = Pick<ListingRow, 'available_from' | 'must_go_by'>

/** A pickup of the lot, agreed or proposed, that would lie outside these days; undefined when there is none. */
export async function pickupsOutside(db: Db, listingId: string, { available_from, must_go_by }: Days) {
  if (available_from === null && must_go_by === null) return undefined
  return db
    .selectFrom('pickups')
    .innerJoin('pickup_claims', 'pickup_claims.pickup_id', 'pickups.id')
    .innerJoin('claims', 'claims.id', 'pickup_claims.claim_id')
    .select('pickups.id')
    .where('claims.listing_id', '=', listingId)
    .where('pickups.state', 'in', ['proposed', 'confirmed'])
    .where((eb) =>
      eb.or([
        ...(available_from === null ? [] : [eb('pickups.starts_at', '<', available_from)]),
        ...(must_go_by === null ? [] : [eb('pickups.ends_at', '>', must_go_by)]),
      ]),
    )
    .executeTakeFirst()
}
