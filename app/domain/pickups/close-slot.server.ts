import type { Trx } from '#db/database.ts'
import { type Act, coordinates } from '../act.ts'
import { refused } from '../refusal.ts'
import { cancelPickup } from './cancel-pickup.server.ts'
import { giveBackPlace } from './give-back-place.server.ts'
import type { SlotClosureAsk } from './slot-ask.ts'
import { slotAt } from './slots.read.server.ts'
import { keepSlot } from './take-place.server.ts'
import { tellBooker } from './tell-booker.server.ts'

/** Closes one slot, with a reason: nobody can book it any more, and whoever had is told. */
export async function closeSlot(trx: Trx, act: Act, slug: string, { kind, starts_at, reason }: SlotClosureAsk) {
  const hub = await trx.selectFrom('hubs').select('id').where('slug', '=', slug).executeTakeFirst()
  if (!hub || !coordinates(act.by, hub.id)) return refused('not-yours')
  if (starts_at <= act.at) return refused('in-the-past')
  const computed = await slotAt(trx, hub.id, { kind, starts_at })
  if (computed) await keepSlot(trx, hub.id, computed)
  const closed = await trx
    .updateTable('slots')
    .set({ closed_at: act.at, close_reason: reason })
    .where('hub_id', '=', hub.id)
    .where('kind', '=', kind)
    .where('starts_at', '=', starts_at)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!closed) return refused('no-such-slot')
  return { called_off: await callOffBookings(trx, act, closed.id, reason) }
}

/** The slots of a hub between two instants, from now on, that somebody has booked. */
export function bookedSlots(trx: Trx, act: Act, hubId: string, { from, to }: { from: string; to: string }) {
  return trx
    .selectFrom('slots')
    .select(['id', 'booked'])
    .where('hub_id', '=', hubId)
    .where('starts_at', '>=', from > act.at ? from : act.at)
    .where('starts_at', '<', to)
    .where('booked', '>', 0)
    .execute()
}

/** Calls off what is booked in them, for a day that closes. How many were told. */
export async function callOffSlots(trx: Trx, act: Act, slots: readonly { id: string }[], reason: string) {
  let told = 0
  for (const { id } of slots) told += await callOffBookings(trx, act, id, reason)
  return told
}

async function callOffBookings(trx: Trx, act: Act, slotId: string, reason: string) {
  const bookings = await trx
    .selectFrom('slot_bookings')
    .select(['id', 'pickup_id'])
    .where('slot_id', '=', slotId)
    .where('is_open', '=', 1)
    .execute()
  for (const { id, pickup_id } of bookings) {
    if (pickup_id !== null) await cancelPickup(trx, act, pickup_id, reason)
    const booking = await giveBackPlace(trx, act, { id }, reason)
    if (booking && pickup_id === null) await tellBooker(trx, act, booking, { kind: 'drop-off-cancelled' })
  }
  return bookings.length
}
