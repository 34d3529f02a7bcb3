import type { Trx } from '#db/database.ts'
import { type Act, coordinates } from '../act.ts'
import { refused } from '../refusal.ts'
import { bookingById } from './bookings.read.server.ts'
import { giveBackPlace } from './give-back-place.server.ts'
import { tellBooker } from './tell-booker.server.ts'

/** Whoever booked, or a coordinator of the hub, gives a place back while it is still to come. A pickup is called off as one. */
export async function releaseBooking(trx: Trx, act: Act, bookingId: string, reason: string) {
  const found = await bookingById(trx, bookingId)
  if (!found) return refused('no-such-booking')
  const isTheirs = found.member_id === act.by.id
  if (!isTheirs && !coordinates(act.by, found.hub_id)) return refused('not-yours')
  if (found.pickup_id !== null) return refused('is-a-pickup')
  if (found.starts_at <= act.at) return refused('in-the-past')
  const booking = await giveBackPlace(trx, act, { id: bookingId }, reason)
  if (!booking) return refused('already-answered')
  if (!isTheirs) await tellBooker(trx, act, booking, { kind: 'drop-off-cancelled' })
  return { booking, hub_slug: found.hub_slug }
}
