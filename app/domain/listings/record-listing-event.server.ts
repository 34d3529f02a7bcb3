import type { Trx } from '#db/database.ts'
import type { ListingState } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'

export type ListingEvent = { kind: string; from_state: ListingState | null; to_state: ListingState; details?: string }

/** Every command leaves one line here, in its own transaction. What a job does by the clock nobody did. */
export async function recordListingEvent(
  trx: Trx,
  act: Act,
  listingId: string,
  { details = '', ...event }: ListingEvent,
) {
  const who = { by_id: act.via === 'job' ? null : act.by.id, via: act.via, at: act.at }
  await trx
    .insertInto('listing_events')
    .values({ id: newId(), listing_id: listingId, ...event, ...who, details })
    .execute()
}
