import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { isRefusal, refused } from '../refusal.ts'
import { photoLimits } from './photo.ts'
import { listingToPhotograph } from './photo-access.server.ts'

/** Says in words what a photo shows, for whoever does not see it. Blanks are trimmed; at most `photoLimits.alt` characters are kept. */
export async function describePhoto(trx: Trx, act: Act, listingId: string, photo: { id: string; alt: string }) {
  const listing = await listingToPhotograph(trx, act, listingId)
  if (isRefusal(listing)) return listing
  const alt = photo.alt.trim().replaceAll(/\s+/g, ' ').slice(0, photoLimits.alt)
  const described = await trx
    .updateTable('photos')
    .set({ alt })
    .where('id', '=', photo.id)
    .where('listing_id', '=', listingId)
    .returning('id')
    .executeTakeFirst()
  return described ? { alt } : refused('photo-gone')
}
