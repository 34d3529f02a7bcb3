import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { endClaim } from '../claims/end-claim.server.ts'
import { findClaim } from '../claims/find-claim.server.ts'
import { sidesOf } from '../claims/sides.read.server.ts'
import { refused } from '../refusal.ts'
import { leavePickup } from './leave-pickup.server.ts'

/**
 * Either side drops an open claim; its pickup goes on without it, or is called off when nothing else is in it. What somebody
 * says has changed hands is answered, not called off.
 */
export async function cancelClaim(trx: Trx, act: Act, claimId: string, reason: string) {
  const claim = await findClaim(trx, claimId)
  if (!claim) return refused('no-such-claim')
  const sides = await sidesOf(trx, act.by, claim)
  if (!sides.donor && !sides.claimant && !sides.coordinator) return refused('not-yours')
  if (await awaitsAnswer(trx, claimId)) return refused('handed-over')
  await leavePickup(trx, act, claimId)
  const to = sides.claimant ? 'cancelled_by_claimant' : 'cancelled_by_donor'
  if (!(await endClaim(trx, act, claim, to, reason))) return refused('already-answered')
  return { claim_id: claim.id, listing_id: claim.listing_id }
}

async function awaitsAnswer(trx: Trx, claimId: string) {
  const recorded = trx.selectFrom('handovers').select('id').where('claim_id', '=', claimId)
  return (await recorded.where('state', '=', 'recorded').executeTakeFirst()) !== undefined
}
