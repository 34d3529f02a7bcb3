import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import type { PlaceAsk } from '../places/place-ask.ts'
import { savePlace } from '../places/save-place.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import { isHolding } from './claim.ts'
import { findClaim } from './find-claim.server.ts'
import { sidesOf } from './sides.read.server.ts'

/**
 * Says where a hub's vehicle is to bring what a claim holds: its claimant does, or a coordinator who has it from them. Only
 * those two, and whoever drives for the hub, ever read it.
 */
export async function nameGoal(trx: Trx, act: Act, claimId: string, ask: PlaceAsk) {
  const claim = await findClaim(trx, claimId)
  if (!claim) return refused('no-such-claim')
  const sides = await sidesOf(trx, act.by, claim)
  if (!sides.claimant && !sides.coordinator) return refused('not-yours')
  if (!isHolding(claim.state) && claim.state !== 'requested' && claim.state !== 'waitlisted')
    return refused('claim-ended')
  if (await isOnRound(trx, claimId)) return refused('on-a-round')
  const place = await savePlace(trx, act, ask, { instead_of: claim.delivery_place_id, organisation_id: null })
  if (isRefusal(place)) return place
  await trx
    .updateTable('claims')
    .set({ delivery_place_id: place.place_id, transport: 'needs_delivery' })
    .where('id', '=', claimId)
    .execute()
  return place
}

async function isOnRound(trx: Trx, claimId: string) {
  const load = await trx
    .selectFrom('round_loads')
    .select('id')
    .where('claim_id', '=', claimId)
    .where('kind', '=', 'deliver')
    .where('state', '<>', 'failed')
    .executeTakeFirst()
  return load !== undefined
}
