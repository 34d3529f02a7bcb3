import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { scheduleClaim } from '../claims/schedule-claim.server.ts'
import { setClocks } from '../clocks/set-clock.server.ts'
import { refused } from '../refusal.ts'
import { claimsOf, movePickup } from './move-pickup.server.ts'
import { pickupClocks } from './pickup-clocks.ts'
import { pickupSides } from './pickup-sides.server.ts'
import { tellOthers } from './tell-others.server.ts'

/** The other side agrees to the proposed time: its claims are scheduled, and the calendar files go out. */
export async function confirmPickup(trx: Trx, act: Act, pickupId: string) {
  const found = await pickupSides(trx, act.by, pickupId)
  if (!found) return refused('no-such-pickup')
  if (!found.mayConfirm) return refused('not-yours')
  if (found.pickup.starts_at < act.at) return refused('in-the-past')
  const pickup = await agreeOnPickup(trx, act, pickupId, act.by.id)
  return pickup ? { pickup } : refused('already-answered')
}

/** A proposed time stands: claims are scheduled, reminders set, calendar files sent. Undefined if somebody moved it first. */
export async function agreeOnPickup(trx: Trx, act: Act, pickupId: string, confirmed_by: string) {
  const set = { confirmed_by, confirmed_at: act.at }
  const pickup = await movePickup(trx, act, {
    id: pickupId,
    from: ['proposed'],
    to: 'confirmed',
    kind: 'confirmed',
    set,
  })
  if (!pickup) return undefined
  const claims = await claimsOf(trx, pickupId)
  for (const id of claims) await scheduleClaim(trx, act, id, pickup.starts_at)
  await setClocks(trx, act, pickupClocks(pickup, act.at))
  await tellOthers(trx, act, pickup, { kind: 'pickup-confirmed', claims })
  return pickup
}
