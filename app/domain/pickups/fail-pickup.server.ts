import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { findClaim } from '../claims/find-claim.server.ts'
import { unscheduleClaim } from '../claims/schedule-claim.server.ts'
import { sidesOf } from '../claims/sides.read.server.ts'
import { refused } from '../refusal.ts'
import { claimsOf, movePickup } from './move-pickup.server.ts'
import { lastPickupOf } from './pickup-to-report.read.server.ts'
import { somethingChangedHands } from './report-no-show.server.ts'
import { tellOthers } from './tell-others.server.ts'
import type { TroubleAsk } from './trouble-ask.ts'

/**
 * Once an agreed pickup has begun, the claimant or a coordinator says that it did not work out, and why; nobody was
 * absent and nobody is to blame. Its claims stand: another time can be agreed, or the claim dropped.
 */
export async function failPickup(trx: Trx, act: Act, claimId: string, { trouble }: TroubleAsk) {
  const claim = await findClaim(trx, claimId)
  if (!claim) return refused('no-such-claim')
  const sides = await sidesOf(trx, act.by, claim)
  if (!sides.claimant && !sides.coordinator) return refused('not-yours')
  const agreed = await lastPickupOf(trx, claimId)
  if (agreed?.state !== 'confirmed' && agreed?.state !== 'in_progress') return refused('no-pickup')
  if (act.at < agreed.starts_at) return refused('too-soon')
  if (await somethingChangedHands(trx, agreed.id)) return refused('handed-over')

  const from = ['confirmed', 'in_progress'] as const
  const how = { from, to: 'failed', kind: 'failed', details: trouble, set: { end_reason: trouble } } as const
  const pickup = await movePickup(trx, act, { id: agreed.id, ...how })
  if (!pickup) return refused('no-pickup')
  const claims = await claimsOf(trx, pickup.id)
  for (const id of claims) await unscheduleClaim(trx, act, id, trouble)
  await tellOthers(trx, act, pickup, { kind: 'pickup-failed', claims })
  return { pickup }
}
