import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import type { PlaceAsk } from '../places/place-ask.ts'
import { savePlace } from '../places/save-place.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import { nearestHub } from './nearest-hub.server.ts'
import { ownListing } from './own-listing.server.ts'
import { recordListingEvent } from './record-listing-event.server.ts'

/** Says where a lot is. Once units are promised it stays there: somebody has the address. Its notes may still change. */
export async function setPickupPlace(trx: Trx, act: Act, listingId: string, ask: PlaceAsk) {
  const listing = await ownListing(trx, act.by, listingId)
  if (!listing) return refused('not-yours')
  if (listing.state === 'closed') return refused('listing-closed')
  const place = await savePlace(trx, act, ask, {
    instead_of: listing.place_id,
    organisation_id: listing.organisation_id,
  })
  if (isRefusal(place) || place.place_id === listing.place_id) return place

  if (listing.held > 0) return refused('place-is-promised')
  const hub = listing.state === 'draft' ? {} : { hub_id: await nearestHub(trx, place.place_id) }
  const moved = await trx
    .updateTable('listings')
    .set({ place_id: place.place_id, revised_at: act.at, ...hub })
    .where('id', '=', listingId)
    .where('state', '=', listing.state)
    .where('held', '=', 0)
    .returning('id')
    .executeTakeFirst()
  if (!moved) return refused('place-is-promised')
  const state = { from_state: listing.state, to_state: listing.state }
  await recordListingEvent(trx, act, listingId, { kind: 'revised', ...state, details: '["place_id"]' })
  return place
}
