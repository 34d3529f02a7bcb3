import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { isRefusal, refused } from '../refusal.ts'
import { listingToPhotograph, photoIds, placeInOrder } from './photo-access.server.ts'
import { recordListingEvent } from './record-listing-event.server.ts'

/**
 * Takes a photo off the listing and closes the gap. What is already on show keeps at least one.
 * Returns the picture's hash: its files may go once the transaction is through.
 */
export async function removePhoto(trx: Trx, act: Act, listingId: string, photoId: string) {
  const listing = await listingToPhotograph(trx, act, listingId)
  if (isRefusal(listing)) return listing
  const ids = await photoIds(trx, listingId)
  if (!ids.includes(photoId)) return refused('photo-gone')
  if (ids.length === 1 && listing.state !== 'draft') return refused('last-photo')

  const { hash } = await trx.deleteFrom('photos').where('id', '=', photoId).returning('hash').executeTakeFirstOrThrow()
  await placeInOrder(
    trx,
    ids.filter((id) => id !== photoId),
  )
  await recordListingEvent(trx, act, listingId, {
    kind: 'photo_removed',
    from_state: listing.state,
    to_state: listing.state,
    details: photoId,
  })
  return { hash }
}
