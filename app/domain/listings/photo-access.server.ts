import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'
import { ownListing } from './own-listing.server.ts'

/**
 * The donor's listing, locked until the transaction ends: two uploads that both count nine photos would make eleven.
 * Refuses what is not theirs and what is closed.
 */
export async function listingToPhotograph(trx: Trx, act: Act, listingId: string) {
  if (!(await ownListing(trx, act.by, listingId))) return refused('not-yours')
  const open = await trx
    .updateTable('listings')
    .set({ revised_at: act.at })
    .where('id', '=', listingId)
    .where('state', '!=', 'closed')
    .returning(['id', 'state'])
    .executeTakeFirst()
  return open ?? refused('listing-closed')
}

/** The listing's photo ids, the cover first. */
export async function photoIds(trx: Trx, listingId: string) {
  const rows = await trx
    .selectFrom('photos')
    .select('id')
    .where('listing_id', '=', listingId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Writes the order down: positions count from zero without gaps. */
export async function placeInOrder(trx: Trx, ids: readonly string[]) {
  for (const [position, id] of ids.entries())
    await trx.updateTable('photos').set({ position }).where('id', '=', id).execute()
}
