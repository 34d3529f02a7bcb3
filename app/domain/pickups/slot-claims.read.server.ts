import type { Db } from '#db/database.ts'

/** A member's claims on what lies at a hub, promised and not yet collected. */
export function claimsAtHub(db: Db, memberId: string, hubId: string) {
  return db
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .innerJoin('hubs', 'hubs.place_id', 'listings.place_id')
    .select(['claims.id', 'listings.title', 'claims.state'])
    .where('hubs.id', '=', hubId)
    .where('claims.claimant_id', '=', memberId)
    .where('claims.state', 'in', ['confirmed', 'scheduled'])
    .orderBy('claims.requested_at')
    .limit(20)
    .execute()
}

/** The hub where a lot lies, if it lies at one. */
export function hubAtPlace(db: Db, placeId: string | null) {
  return db.selectFrom('hubs').select(['id', 'slug', 'name']).where('place_id', '=', placeId).executeTakeFirst()
}
