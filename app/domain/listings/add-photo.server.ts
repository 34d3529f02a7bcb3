import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import { type PhotoFacts, photoLimits } from './photo.ts'
import { listingToPhotograph, photoIds } from './photo-access.server.ts'
import { recordListingEvent } from './record-listing-event.server.ts'

/** Puts a photo, whose files are already in place, after the listing's others. The same picture twice stays once. */
export async function addPhoto(trx: Trx, act: Act, listingId: string, facts: PhotoFacts) {
  const listing = await listingToPhotograph(trx, act, listingId)
  if (isRefusal(listing)) return listing
  const same = await trx
    .selectFrom('photos')
    .select(shown)
    .where('listing_id', '=', listingId)
    .where('hash', '=', facts.hash)
    .executeTakeFirst()
  if (same) return { photo: same }
  const position = (await photoIds(trx, listingId)).length
  if (position >= photoLimits.perListing) return refused('too-many-photos')

  const row = { id: newId(), listing_id: listingId, position, ...facts, alt: '', added_by: act.by.id, added_at: act.at }
  const photo = await trx.insertInto('photos').values(row).returning(shown).executeTakeFirstOrThrow()
  await recordListingEvent(trx, act, listingId, {
    kind: 'photo_added',
    from_state: listing.state,
    to_state: listing.state,
    details: photo.id,
  })
  return { photo }
}

const shown = ['id', 'hash', 'width', 'height', 'thumbhash', 'alt'] as const
