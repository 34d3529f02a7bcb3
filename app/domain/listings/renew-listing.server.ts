import type { Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { dayInRome, endOfRomanDay } from '../instant.ts'
import { refused } from '../refusal.ts'
import { available } from './listing.ts'
import { moveListing } from './move-listing.server.ts'
import { openSharing, ruleBeforeRescue, setSharingClocks } from './open-sharing.server.ts'
import { ownListing } from './own-listing.server.ts'
import { pickupsOutside } from './pickups-outside.server.ts'

/**
 * Gives a lot that is still there more time, or opens again one that ran out or was withdrawn: the one way back from an
 * end (invariant 7); it is then shared out afresh, under the rule its donor chose. `day` is the last Roman day, or null
 * for no deadline.
 */
export async function renewListing(trx: Trx, act: Act, listingId: string, day: string | null) {
  const listing = await ownListing(trx, act.by, listingId)
  if (!listing) return refused('not-yours')
  if (day !== null && endOfRomanDay(day) < act.at) return refused('deadline-passed')
  if (listing.published_at === null || !['expired', 'withdrawn', null].includes(listing.closed_reason))
    return refused('not-renewable')
  if (available(listing) === 0) return refused('nothing-left')
  if (listing.state === 'closed' && (await isFromStock(trx, listing.id))) return refused('not-renewable')
  const days = newDays(listing, day, act.at)
  if (await pickupsOutside(trx, listing.id, days)) return refused('pickup-outside')
  const set = { ...days, closed_reason: null, closed_at: null, revised_at: act.at }
  const to = listing.state === 'paused' ? 'paused' : 'live'
  const renewed = await moveListing(trx, act, {
    id: listingId,
    from: [listing.state],
    to,
    kind: 'renewed',
    details: day ?? '',
    set,
  })
  if (!renewed) return refused('not-renewable')
  if (renewed.kind !== 'offer' || listing.state !== 'closed') {
    await setSharingClocks(trx, act, renewed)
    return { listing: renewed }
  }
  const allocation_rule = await ruleBeforeRescue(trx, renewed)
  return { listing: await openSharing(trx, act, { ...renewed, allocation_rule }) }
}

// What a hub offered lies in its stock again: it is offered from there, as it is now.
async function isFromStock(trx: Trx, listingId: string) {
  const offer = trx.selectFrom('stock_offers').select('lot_id').where('listing_id', '=', listingId)
  return (await offer.executeTakeFirst()) !== undefined
}

function newDays({ available_from }: ListingRow, day: string | null, at: string) {
  if (day === null) return { available_from, must_go_by: null }
  const isCrossed = available_from !== null && dayInRome(available_from) > day
  return { available_from: isCrossed ? at : available_from, must_go_by: endOfRomanDay(day) }
}
