import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { setClocks } from '../clocks/set-clock.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import { reminderTimes } from './pickup-clocks.ts'
import type { BookingAsk } from './slot-ask.ts'
import { takePlace, writeBooking } from './take-place.server.ts'
import { tellBooker } from './tell-booker.server.ts'

/** Books a place to bring something to a hub. One open booking for a person in a slot. */
export async function bookDropOff(trx: Trx, act: Act, slug: string, { starts_at, note }: BookingAsk) {
  const hub = await trx.selectFrom('hubs').select(['id', 'name']).where('slug', '=', slug).executeTakeFirst()
  if (!hub) return refused('no-such-slot')
  const slot = await takePlace(trx, act, { hub_id: hub.id, kind: 'drop_off', starts_at })
  if (isRefusal(slot)) return slot
  const booking = await writeBooking(trx, act, { slot, member_id: act.by.id, pickup_id: null, note })
  if (!booking) return refused('already-booked')
  const clocks = reminderTimes(slot.starts_at, act.at)
  await setClocks(
    trx,
    act,
    clocks.map((due_at) => ({ kind: 'remind-booking', subject_id: booking.id, due_at })),
  )
  await tellBooker(trx, act, booking, { kind: 'drop-off-booked' })
  return { booking }
}
