import type { Trx } from '#db/database.ts'
import { weightTable } from '#db/reference/read-reference.server.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'
import { weightChoiceOf, weightColumns } from './listing-draft-weight.ts'
import { ownListing } from './own-listing.server.ts'
import type { PhotoFacts } from './photo.ts'
import { recordListingEvent } from './record-listing-event.server.ts'

/** Keeps the photo of the scale's display: from now on the figure that was weighed counts as weighed (grade A). */
export async function setWeightPhoto(trx: Trx, act: Act, listingId: string, { hash }: Pick<PhotoFacts, 'hash'>) {
  const listing = await ownListing(trx, act.by, listingId)
  if (!listing) return refused('not-yours')
  if (listing.state === 'closed') return refused('listing-closed')
  const weighed = weightColumns(weightChoiceOf(listing), { ...listing, weight_photo_hash: hash }, weightTable())
  const isWeighed = listing.weight_method === 'weighed'
  await trx
    .updateTable('listings')
    .set({ weight_photo_hash: hash, revised_at: act.at, ...(isWeighed ? weighed : {}) })
    .where('id', '=', listingId)
    .execute()
  const state = { from_state: listing.state, to_state: listing.state }
  await recordListingEvent(trx, act, listingId, { kind: 'revised', ...state, details: '["weight_photo_hash"]' })
  return { hash, replaced: listing.weight_photo_hash }
}
