import type { ExpressionBuilder } from 'kysely'
import type { Database, Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { notify } from '../notifications/notify.server.ts'
import { refused } from '../refusal.ts'
import { recordListingEvent } from './record-listing-event.server.ts'

/**
 * Closes a lot whose day has passed for which no agreed pickup is to come and no handover waits for its answer, and tells the donor.
 * Its claims are another domain's and must be ended in the same transaction.
 */
export async function expireListing(trx: Trx, act: Act, listingId: string) {
  const before = await trx.selectFrom('listings').select('state').where('id', '=', listingId).executeTakeFirst()
  if (!before) return refused('listing-closed')
  const listing = await trx
    .updateTable('listings')
    .set({ state: 'closed', closed_reason: 'expired', closed_at: act.at })
    .where('id', '=', listingId)
    .where('state', '=', before.state)
    .where(hasRunOut(act.at))
    .returningAll()
    .executeTakeFirst()
  if (!listing) return refused('not-expired')
  await recordListingEvent(trx, act, listingId, {
    kind: 'closed',
    from_state: before.state,
    to_state: 'closed',
    details: 'expired',
  })
  const about = {
    subject: 'listing',
    subject_id: listingId,
    event_key: `listing-closed:${listingId}:${listing.must_go_by}`,
  } as const
  const told = listing.kind === 'offer' ? about : ({ ...about, subject: 'wanted' } as const)
  await notify(trx, act, {
    ...told,
    kind: listing.kind === 'offer' ? 'listing-closed' : 'wanted-closed',
    member_id: listing.donor_id,
    details: { title: listing.title },
  })
  return { listing }
}

const pending = ['confirmed', 'in_progress'] as const

function hasRunOut(at: string) {
  return (eb: ExpressionBuilder<Database, 'listings'>) =>
    eb.and([
      eb('listings.state', 'in', ['in_review', 'live', 'paused']),
      eb('listings.must_go_by', '<', at),
      eb.not(
        eb.exists(
          eb
            .selectFrom('pickups')
            .innerJoin('pickup_claims', 'pickup_claims.pickup_id', 'pickups.id')
            .innerJoin('claims', 'claims.id', 'pickup_claims.claim_id')
            .select('pickups.id')
            .whereRef('claims.listing_id', '=', 'listings.id')
            .where('claims.is_open', '=', 1)
            .where('pickups.state', 'in', pending),
        ),
      ),
      eb.not(
        eb.exists(
          eb
            .selectFrom('handovers')
            .innerJoin('claims', 'claims.id', 'handovers.claim_id')
            .select('handovers.id')
            .whereRef('handovers.listing_id', '=', 'listings.id')
            .where('claims.is_open', '=', 1)
            .where('handovers.state', '=', 'recorded')
            .where('handovers.object_by', 'is not', null),
        ),
      ),
    ])
}
