import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { endClaim } from './end-claim.server.ts'
import { findClaim } from './find-claim.server.ts'

/** The lot is gone or withdrawn: every open claim on it ends, each claimant told once, with the reason. */
export async function closeClaimsOf(trx: Trx, act: Act, listingId: string, reason: string) {
  const open = await trx
    .selectFrom('claims')
    .select('id')
    .where('listing_id', '=', listingId)
    .where('is_open', '=', 1)
    .orderBy('id')
    .execute()
  for (const { id } of open) {
    const claim = await findClaim(trx, id)
    if (claim) await endClaim(trx, act, claim, 'superseded', reason)
  }
}
