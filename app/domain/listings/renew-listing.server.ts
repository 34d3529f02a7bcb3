import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { dayInRome, endOfRomanDay } from '../instant.ts'
import { refused } from '../refusal.ts'
import { available } from './listing.ts'
import { moveListing } from './move-listing.server.ts'
import { openSharing, ruleBeforeRescue, setSharingClocks } from './open-sharing.server.ts'
import { ownListing } from './own-listing.server.ts'

/**
 * Gives a lot that is still there more time, or opens again one that ran out or was withdrawn: the one way back from an
 * end (invariant 7); it is then shared out afresh, under the rule its donor chose. `day` is the last Roman day, or null
 * for no deadline.
 */
export async function renewListing(trx: Trx, act: Act, listingId: string, day: string | null) {
  const listing = await ownListing(trx, act.by, listingId)
  if (!listing) return refused('not-yours')
  if (day !== null && day < dayInRome(act.at)) return refused('deadline-passed')
  if (listing.published_at === null || !['expired', 'withdrawn', null].includes(listing.closed_reason))
    return refused('not-renewable')
  if (available(listing) === 0) return refused('nothing-left')
  const from_day = listing.available_from !== null && day !== null && dayInRome(listing.available_from) > day
  const set = {
    must_go_by: day === null ? null : endOfRomanDay(day),
    closed_reason: null,
    closed_at: null,
    revised_at: act.at,
    ...(from_day ? { available_from: act.at } : {}),
  }
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
