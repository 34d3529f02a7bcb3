import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { closeClaimsOf } from '../claims/close-claims.server.ts'
import { closeListing } from '../listings/close-listing.server.ts'
import { expireListing } from '../listings/expire-listing.server.ts'
import { isRefusal } from '../refusal.ts'
import { leavePickup } from './leave-pickup.server.ts'

/** Closes a lot with all that hangs on it: pickups are called off, every open claim ends, and nobody is left in silence. */
export async function endListing(trx: Trx, act: Act, listingId: string, reason: 'withdrawn' | 'removed' | 'expired') {
  const closed =
    reason === 'expired' ? await expireListing(trx, act, listingId) : await closeListing(trx, act, listingId, reason)
  if (isRefusal(closed)) return closed
  const claims = await trx
    .selectFrom('claims')
    .select('id')
    .where('listing_id', '=', listingId)
    .where('is_open', '=', 1)
    .execute()
  for (const { id } of claims) await leavePickup(trx, act, id)
  await closeClaimsOf(trx, act, listingId, reason)
  return closed
}
