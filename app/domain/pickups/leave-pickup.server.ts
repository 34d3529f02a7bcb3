import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { claimsOf, movePickup } from './move-pickup.server.ts'
import { tellOthers } from './tell-others.server.ts'

/** Takes a claim out of its open pickup, if it has one. An empty pickup is called off, and both sides are told. */
export async function leavePickup(trx: Trx, act: Act, claimId: string) {
  const open = await trx
    .selectFrom('pickups')
    .innerJoin('pickup_claims', 'pickup_claims.pickup_id', 'pickups.id')
    .select('pickups.id')
    .where('pickup_claims.claim_id', '=', claimId)
    .where('pickups.state', 'in', ['proposed', 'confirmed'])
    .executeTakeFirst()
  if (!open) return
  const claims = await claimsOf(trx, open.id)
  if (claims.length > 1) {
    await trx.deleteFrom('pickup_claims').where('pickup_id', '=', open.id).where('claim_id', '=', claimId).execute()
    return
  }
  const from = ['proposed', 'confirmed'] as const
  const pickup = await movePickup(trx, act, {
    id: open.id,
    from,
    to: 'cancelled',
    kind: 'cancelled',
    details: 'claim-ended',
    set: { end_reason: 'claim-ended' },
  })
  if (pickup) await tellOthers(trx, act, pickup, { kind: 'pickup-cancelled', claims })
}
