import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import { later } from '../instant.ts'
import { isRefusal } from '../refusal.ts'
import { endListing } from './end-listing.server.ts'

/**
 * Ends a lot whose last day has passed. While an agreed pickup is still to come, or a handover waits for its answer, it
 * waits, and looks again an hour after.
 */
export async function expireInTime(trx: Trx, act: Act, listingId: string) {
  const ended = await endListing(trx, act, listingId, 'expired')
  if (!isRefusal(ended)) return ended
  const ends_at = (await pendingUntil(trx, act, listingId)) ?? (await answerUntil(trx, act, listingId))
  if (ends_at === undefined) return ended
  const again_at = later(ends_at > act.at ? ends_at : act.at, { hours: 1 })
  await setClock(trx, act, 'expire-listing', listingId, again_at)
  return { again_at }
}

async function pendingUntil(trx: Trx, act: Act, listingId: string) {
  const pending = await trx
    .selectFrom('pickups')
    .innerJoin('pickup_claims', 'pickup_claims.pickup_id', 'pickups.id')
    .innerJoin('claims', 'claims.id', 'pickup_claims.claim_id')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .select('pickups.ends_at')
    .where('claims.listing_id', '=', listingId)
    .where('pickups.state', 'in', ['confirmed', 'in_progress'])
    .where('listings.state', 'in', ['in_review', 'live', 'paused'])
    .where('listings.must_go_by', '<', act.at)
    .orderBy('pickups.ends_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return pending?.ends_at
}

async function answerUntil(trx: Trx, act: Act, listingId: string) {
  const recorded = await trx
    .selectFrom('handovers')
    .innerJoin('claims', 'claims.id', 'handovers.claim_id')
    .innerJoin('listings', 'listings.id', 'handovers.listing_id')
    .select('handovers.object_by')
    .where('handovers.listing_id', '=', listingId)
    .where('handovers.state', '=', 'recorded')
    .where('handovers.object_by', 'is not', null)
    .where('claims.is_open', '=', 1)
    .where('listings.state', 'in', ['in_review', 'live', 'paused'])
    .where('listings.must_go_by', '<', act.at)
    .orderBy('handovers.object_by', 'desc')
    .executeTakeFirst()
  return recorded?.object_by ?? undefined
}
