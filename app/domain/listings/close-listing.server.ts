import type { Trx } from '#db/database.ts'
import type { ClosedReason, ListingRow } from '#db/schema/listings.ts'
import { type Act, coordinates } from '../act.ts'
import { notify } from '../notifications/notify.server.ts'
import { refused } from '../refusal.ts'
import { moveListing } from './move-listing.server.ts'
import { ownListing } from './own-listing.server.ts'

/**
 * Ends a lot that has not ended: withdrawn by its donor, removed by a coordinator. Its claims are another domain's and
 * must be ended in the same transaction.
 */
export async function closeListing(
  trx: Trx,
  act: Act,
  listingId: string,
  reason: Extract<ClosedReason, 'withdrawn' | 'removed'>,
) {
  const listing = reason === 'withdrawn' ? await own(trx, act, listingId) : await inCare(trx, act, listingId)
  if (!listing) return refused('not-yours')
  const set = { closed_reason: reason, closed_at: act.at }
  const from = ['draft', 'in_review', 'live', 'paused'] as const
  const closed = await moveListing(trx, act, {
    id: listingId,
    from,
    to: 'closed',
    kind: 'closed',
    details: reason,
    set,
  })
  if (!closed) return refused('listing-closed')
  if (reason === 'removed') await tellDonor(trx, act, closed)
  return { listing: closed }
}

async function tellDonor(trx: Trx, act: Act, { id, title, donor_id }: ListingRow) {
  const about = { subject: 'listing', subject_id: id, event_key: `listing-closed:${id}:${act.at}` } as const
  await notify(trx, act, { ...about, kind: 'listing-closed', member_id: donor_id, details: { title } })
}

async function own(trx: Trx, act: Act, listingId: string) {
  return (await ownListing(trx, act.by, listingId)) ?? ownListing(trx, act.by, listingId, 'wanted')
}

async function inCare(trx: Trx, act: Act, listingId: string): Promise<ListingRow | undefined> {
  const listing = await trx.selectFrom('listings').selectAll().where('id', '=', listingId).executeTakeFirst()
  return listing && coordinates(act.by, listing.hub_id) ? listing : undefined
}
