import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { findClaim } from '../claims/find-claim.server.ts'
import { sidesOf } from '../claims/sides.read.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import { agreeOnPickup } from './confirm-pickup.server.ts'
import { problemWithTimes } from './pickup.ts'
import { placePickup } from './propose-pickup.server.ts'
import type { BookingAsk } from './slot-ask.ts'
import { takePlace, writeBooking } from './take-place.server.ts'

/**
 * A claimant comes to the hub in one of its pickup slots. The hub has said when it is there: the pickup, new or moved,
 * is agreed on at once. A place they had in another slot goes back with the pickup it was for.
 */
export async function bookPickupSlot(trx: Trx, act: Act, claimId: string, { starts_at, note }: BookingAsk) {
  const claim = await findClaim(trx, claimId)
  if (!claim?.place_id) return refused('no-such-claim')
  const sides = await sidesOf(trx, act.by, claim)
  if (!sides.claimant && !sides.coordinator) return refused('not-yours')
  if (claim.state !== 'confirmed' && claim.state !== 'scheduled') return refused('not-confirmed')
  const hub = await trx.selectFrom('hubs').select('id').where('place_id', '=', claim.place_id).executeTakeFirst()
  if (!hub) return refused('not-at-the-hub')

  const slot = await takePlace(trx, act, { hub_id: hub.id, kind: 'pickup', starts_at })
  if (isRefusal(slot)) return slot
  const times = { starts_at: slot.starts_at, ends_at: slot.ends_at }
  const problem = problemWithTimes(times, claim, act.at)
  if (problem) return refused(problem)
  const wished = { ...times, note, details: 'slot' }
  const { pickup } = await placePickup(trx, act, { ...claim, place_id: claim.place_id }, wished)
  const agreed = await agreeOnPickup(trx, act, pickup.id, slot.offered_by)
  if (!agreed) return refused('slot-taken')
  const { claimant_id: member_id } = claim
  const { calendar_uid } = agreed
  const booking = await writeBooking(trx, act, { slot, member_id, pickup_id: agreed.id, note, calendar_uid })
  return booking ? { pickup: agreed, booking } : refused('already-booked')
}
