import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { closeClaimsOf } from '../claims/close-claims.server.ts'
import { dropCollection } from '../listings/post-collection.server.ts'
import { refused } from '../refusal.ts'

/**
 * What stands of a collection as loads, for one of its days or for all from an instant on, ends before the plan changes under it.
 * Refused while a round has it, or when it was fetched: first it comes off the round.
 */
export async function dropCollectionLots(trx: Trx, act: Act, which: { id: string; day?: string; since?: string }) {
  const { id, day, since } = which
  const lots = await standing(trx)
    .where('collection_lots.collection_id', '=', id)
    .$if(day !== undefined, (query) => query.where('collection_lots.day', '=', day ?? ''))
    .$if(since !== undefined, (query) => query.where('collection_lots.ends_at', '>=', since ?? ''))
    .execute()
  if (lots.some(({ is_taken }) => Boolean(is_taken))) return refused('on-a-round')
  for (const { listing_id } of lots) await endCollectionLot(trx, act, listing_id)
  return { dropped: lots.length }
}

/** Ends one load: its day may become another. Its claimant is told, as of every claim that comes to nothing. */
export async function endCollectionLot(trx: Trx, act: Act, listingId: string) {
  await trx
    .updateTable('collection_lots')
    .set({ ended_at: act.at })
    .where('listing_id', '=', listingId)
    .where('ended_at', 'is', null)
    .execute()
  await dropCollection(trx, act, listingId)
  await closeClaimsOf(trx, act, listingId, 'withdrawn')
}

function standing(trx: Trx) {
  return trx
    .selectFrom('collection_lots')
    .innerJoin('listings', 'listings.id', 'collection_lots.listing_id')
    .select((eb) => [
      'collection_lots.listing_id',
      eb
        .or([
          eb('listings.collected', '>', 0),
          eb.exists(
            eb
              .selectFrom('claims')
              .innerJoin('round_loads', 'round_loads.claim_id', 'claims.id')
              .select('claims.id')
              .whereRef('claims.listing_id', '=', 'collection_lots.listing_id')
              .where('round_loads.state', '<>', 'failed'),
          ),
        ])
        .as('is_taken'),
    ])
    .where('collection_lots.ended_at', 'is', null)
    .limit(100)
}
