import type { Db, Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'
import { endClaim } from './end-claim.server.ts'
import { findClaim } from './find-claim.server.ts'

/** Offers whose time has run out, oldest first, at most 100. */
export function lapsedOffers(db: Db, now: string) {
  return db
    .selectFrom('claims')
    .select('id')
    .where('state', '=', 'offered')
    .where('offer_expires_at', '<', now)
    .orderBy('offer_expires_at')
    .limit(100)
    .execute()
}

/** Ends an offer nobody answered in time. The clock is read again here: a late job cannot end what was answered. */
export async function lapseClaim(trx: Trx, act: Act, claimId: string) {
  const claim = await findClaim(trx, claimId)
  if (claim?.state !== 'offered' || claim.offer_expires_at === null || claim.offer_expires_at >= act.at)
    return refused('already-answered')
  if (!(await endClaim(trx, act, claim, 'lapsed', 'no-answer'))) return refused('already-answered')
  return { claim_id: claimId }
}
