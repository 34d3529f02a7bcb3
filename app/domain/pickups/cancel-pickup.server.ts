import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { unscheduleClaim } from '../claims/schedule-claim.server.ts'
import { refused } from '../refusal.ts'
import { claimsOf, movePickup } from './move-pickup.server.ts'
import { pickupSides } from './pickup-sides.server.ts'
import { tellOthers } from './tell-others.server.ts'

/** Calls a pickup off, and tells the others why, if anybody said. Its claims stand: another time can be proposed. */
export async function cancelPickup(trx: Trx, act: Act, pickupId: string, reason: string) {
  const found = await pickupSides(trx, act.by, pickupId)
  if (!found) return refused('no-such-pickup')
  const pickup = await callOff(trx, act, pickupId, reason)
  if (!pickup) return refused('already-answered')
  await tellOthers(trx, act, pickup, { kind: 'pickup-cancelled', claims: await claimsOf(trx, pickupId), reason })
  return { pickup }
}

/** Calls off the open pickup of a claim, if there is one, and tells nobody: the caller has better news. */
export async function cancelOpenPickup(trx: Trx, act: Act, claimId: string, reason: string) {
  const open = await trx
    .selectFrom('pickups')
    .innerJoin('pickup_claims', 'pickup_claims.pickup_id', 'pickups.id')
    .select('pickups.id')
    .where('pickup_claims.claim_id', '=', claimId)
    .where('pickups.state', 'in', ['proposed', 'confirmed'])
    .executeTakeFirst()
  return open && callOff(trx, act, open.id, reason)
}

async function callOff(trx: Trx, act: Act, pickupId: string, reason: string) {
  const pickup = await movePickup(trx, act, {
    id: pickupId,
    from: ['proposed', 'confirmed'],
    to: 'cancelled',
    kind: 'cancelled',
    details: reason,
    set: { end_reason: reason },
  })
  if (!pickup) return undefined
  for (const id of await claimsOf(trx, pickupId)) await unscheduleClaim(trx, act, id, reason)
  return pickup
}
