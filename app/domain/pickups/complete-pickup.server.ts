import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { isOpen } from '../claims/claim.ts'
import { movePickup } from './move-pickup.server.ts'

/** A pickup is done once none of its claims is open any more. Called by each handover in it. */
export async function completePickup(trx: Trx, act: Act, pickupId: string | null) {
  if (pickupId === null) return
  const claims = await trx
    .selectFrom('pickup_claims')
    .innerJoin('claims', 'claims.id', 'pickup_claims.claim_id')
    .select('claims.state')
    .where('pickup_claims.pickup_id', '=', pickupId)
    .execute()
  if (claims.some(({ state }) => isOpen(state))) return
  await movePickup(trx, act, { id: pickupId, from: ['confirmed', 'in_progress'], to: 'completed', kind: 'completed' })
}
