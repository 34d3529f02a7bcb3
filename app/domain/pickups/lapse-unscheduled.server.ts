import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { endClaim } from '../claims/end-claim.server.ts'
import { findClaim } from '../claims/find-claim.server.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import { refused } from '../refusal.ts'
import { leavePickup } from './leave-pickup.server.ts'

/**
 * Ends a confirmed claim for which nobody agreed on a pickup in time. While a proposed time is still to come it waits for
 * the answer: the clock is set anew for the proposed moment. Whoever met without a pickup and wrote it down is left alone.
 */
export async function lapseUnscheduled(trx: Trx, act: Act, claimId: string) {
  const claim = await findClaim(trx, claimId)
  if (claim?.state !== 'confirmed' || claim.schedule_by === null || claim.schedule_by > act.at)
    return refused('already-answered')
  const handover = trx.selectFrom('handovers').select('id').where('claim_id', '=', claimId)
  if (await handover.executeTakeFirst()) return refused('handed-over')
  const proposed = await proposedStart(trx, claimId)
  if (proposed !== undefined && proposed > act.at) {
    await setClock(trx, act, 'lapse-unscheduled', claimId, proposed)
    return { claim_id: claimId, waits_until: proposed }
  }
  await leavePickup(trx, act, claimId)
  if (!(await endClaim(trx, act, claim, 'lapsed', 'not-scheduled'))) return refused('already-answered')
  return { claim_id: claimId }
}

async function proposedStart(trx: Trx, claimId: string) {
  const pickup = await trx
    .selectFrom('pickups')
    .innerJoin('pickup_claims', 'pickup_claims.pickup_id', 'pickups.id')
    .select('pickups.starts_at')
    .where('pickup_claims.claim_id', '=', claimId)
    .where('pickups.state', '=', 'proposed')
    .orderBy('pickups.starts_at', 'desc')
    .executeTakeFirst()
  return pickup?.starts_at
}
