import type { ExpressionBuilder } from 'kysely'
import type { Database, Trx } from '#db/database.ts'
import type { Act } from '../act.ts'

type Which = { id: string } | { pickup_id: string }

/** Ends an open booking and gives its place back to the slot, once. Undefined when there is none, or somebody was first. */
export async function giveBackPlace(trx: Trx, act: Act, which: Which, reason: string) {
  const chosen = (eb: ExpressionBuilder<Database, 'slot_bookings'>) =>
    'id' in which ? eb('id', '=', which.id) : eb('pickup_id', '=', which.pickup_id)
  const booking = await trx
    .updateTable('slot_bookings')
    .set((eb) => ({
      is_open: 0,
      released_at: act.at,
      release_reason: reason,
      calendar_sequence: eb('calendar_sequence', '+', 1),
    }))
    .where(chosen)
    .where('is_open', '=', 1)
    .returningAll()
    .executeTakeFirst()
  if (!booking) return undefined
  await trx
    .updateTable('slots')
    .set((eb) => ({ booked: eb('booked', '-', 1) }))
    .where('id', '=', booking.slot_id)
    .execute()
  return booking
}
