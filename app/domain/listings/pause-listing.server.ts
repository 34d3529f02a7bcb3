import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'
import { moveListing } from './move-listing.server.ts'
import { catchUpClocks } from './open-sharing.server.ts'
import { ownListing } from './own-listing.server.ts'

/** Nobody new may ask for a while; what is promised stays promised. */
export async function pauseListing(trx: Trx, act: Act, listingId: string) {
  if (!(await ownListing(trx, act.by, listingId))) return refused('not-yours')
  const listing = await moveListing(trx, act, { id: listingId, from: ['live'], to: 'paused', kind: 'paused' })
  return listing ? { listing } : refused('not-live')
}

/** Open again: what fell due during the pause is made up for. What never was public does not become it this way. */
export async function resumeListing(trx: Trx, act: Act, listingId: string) {
  const own = await ownListing(trx, act.by, listingId)
  if (!own) return refused('not-yours')
  if (own.published_at === null) return refused('not-paused')
  const listing = await moveListing(trx, act, { id: listingId, from: ['paused'], to: 'live', kind: 'resumed' })
  if (!listing) return refused('not-paused')
  await catchUpClocks(trx, act, listing)
  return { listing }
}
