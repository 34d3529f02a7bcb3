import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { isRefusal, refused } from '../refusal.ts'
import { isReordering } from './photo.ts'
import { listingToPhotograph, photoIds, placeInOrder } from './photo-access.server.ts'
import { recordListingEvent } from './record-listing-event.server.ts'

/** Puts the listing's photos in the order given; the first becomes the cover. Refuses an order that was made of other photos. */
export async function reorderPhotos(trx: Trx, act: Act, listingId: string, ids: readonly string[]) {
  const listing = await listingToPhotograph(trx, act, listingId)
  if (isRefusal(listing)) return listing
  const current = await photoIds(trx, listingId)
  if (!isReordering(ids, current)) return refused('photo-order-stale')

  await placeInOrder(trx, ids)
  if (ids[0] !== undefined && ids[0] !== current[0])
    await recordListingEvent(trx, act, listingId, {
      kind: 'cover_changed',
      from_state: listing.state,
      to_state: listing.state,
      details: ids[0],
    })
  return { ids }
}
