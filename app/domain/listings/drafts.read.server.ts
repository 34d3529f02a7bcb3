import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Member } from '../act.ts'
import { missingOf } from './listing-draft.ts'
import { ownListing } from './own-listing.server.ts'
import { photosOf } from './photos.read.server.ts'

/** A member's own lot as its form shows it, with what it still needs. Undefined for anybody else. */
export async function draftOf(db: Db, member: Member, listingId: string) {
  const listing = await ownListing(db, member, listingId)
  if (!listing) return undefined
  const [photos, quantity_given] = await Promise.all([photosOf(db, listingId), quantityGiven(db, listing)])
  return { listing, photos, quantity_given, missing: missingOf({ ...listing, photos: photos.length, quantity_given }) }
}

type Counted = Pick<ListingRow, 'id' | 'total' | 'unit' | 'state'>

/** False while the total is only what an empty draft starts with. One piece counts once somebody has said so, or it is public. */
export async function quantityGiven(db: Db, { id, total, unit, state }: Counted) {
  if (total !== 1 || unit !== 'piece' || state !== 'draft') return true
  const said = await db
    .selectFrom('listing_events')
    .select('id')
    .where('listing_id', '=', id)
    .where('kind', '=', 'revised')
    .where('details', 'like', '%"total"%')
    .executeTakeFirst()
  return said !== undefined
}

/** Drafts somebody began and left, the newest first. */
export function openDrafts(db: Db, memberId: string) {
  return db
    .selectFrom('listings')
    .select(['id', 'title', 'material_key', 'revised_at'])
    .where('donor_id', '=', memberId)
    .where('kind', '=', 'offer')
    .where('state', '=', 'draft')
    .where(sql<boolean>`revised_at <> drafted_at`)
    .orderBy('revised_at', 'desc')
    .limit(10)
    .execute()
}
