import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { later } from '../instant.ts'
import { refused } from '../refusal.ts'
import { bookingById } from './bookings.read.server.ts'
import { tellBooker } from './tell-booker.server.ts'

/** Reminds whoever booked to bring something, while that still stands. */
export async function remindOfBooking(trx: Trx, act: Act, bookingId: string) {
  const booking = await bookingById(trx, bookingId)
  if (!booking || booking.is_open === 0 || booking.starts_at <= act.at) return refused('not-to-come')
  const moment = booking.starts_at <= later(act.at, { hours: 2 }) ? 'soon' : 'eve'
  await tellBooker(trx, act, booking, { kind: 'drop-off-reminder', moment })
  return { booking_id: bookingId, moment }
}
