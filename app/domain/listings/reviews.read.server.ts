import type { Db } from '#db/database.ts'
import { coordinates, type Member } from '../act.ts'

/** A lot waiting for a look, for the coordinators who may give it. */
export async function listingInReview(db: Db, member: Member, listingId: string) {
  const listing = await db
    .selectFrom('listings')
    .select(['id', 'title', 'hub_id', 'state', 'material_key'])
    .where('id', '=', listingId)
    .where('state', '=', 'in_review')
    .executeTakeFirst()
  return listing && coordinates(member, listing.hub_id) ? listing : undefined
}

/** A lot that others can see, for the coordinators who may take it down. */
export async function listingToRemove(db: Db, member: Member, listingId: string) {
  const listing = await db
    .selectFrom('listings')
    .select(['id', 'title', 'hub_id'])
    .where('id', '=', listingId)
    .where('state', 'in', ['live', 'paused'])
    .executeTakeFirst()
  return listing && coordinates(member, listing.hub_id) ? listing : undefined
}
