import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { cancelPickup } from '../pickups/cancel-pickup.server.ts'
import { failPickup } from '../pickups/fail-pickup.server.ts'
import { lastPickupOf } from '../pickups/pickup-to-report.read.server.ts'
import { missCollection } from '../pickups/time-collection.server.ts'
import { undoable } from '../write.server.ts'
import type { failures } from './round.ts'

type Failure = (typeof failures)[number]

/**
 * Ends the times that came to nothing with a stop, so that its people hear of it and another can be agreed. Who was absent is
 * reported by hand: that counts against them, and they may contest it. What cannot be ended stays as it is.
 */
export async function releasePeople(trx: Trx, act: Act, claimIds: readonly string[], failure: Failure) {
  for (const claimId of claimIds) {
    await missCollection(trx, act, claimId, failure)
    if (failure === 'no_access' || failure === 'refused_condition')
      await undoable(trx, (inner) => failPickup(inner, act, claimId, { trouble: failure }))
    if (failure === 'no_time' || failure === 'breakdown') await undoable(trx, (inner) => callOff(inner, act, claimId))
  }
}

async function callOff(trx: Trx, act: Act, claimId: string) {
  const pickup = await lastPickupOf(trx, claimId)
  if (pickup?.state !== 'confirmed' && pickup?.state !== 'proposed') return undefined
  return cancelPickup(trx, act, pickup.id, '')
}
