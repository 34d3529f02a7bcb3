import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'
import { endClaim } from './end-claim.server.ts'
import { findClaim } from './find-claim.server.ts'
import { sidesOf } from './sides.read.server.ts'

/** The donor says no, with a reason the claimant reads. */
export async function declineClaim(trx: Trx, act: Act, claimId: string, reason: string) {
  const claim = await findClaim(trx, claimId)
  if (!claim) return refused('no-such-claim')
  const sides = await sidesOf(trx, act.by, claim)
  if (!sides.donor && !sides.coordinator) return refused('not-yours')
  if (claim.state !== 'requested' && claim.state !== 'waitlisted') return refused('already-answered')
  if (!(await endClaim(trx, act, claim, 'declined', reason))) return refused('already-answered')
  return { claim_id: claim.id, listing_id: claim.listing_id }
}
