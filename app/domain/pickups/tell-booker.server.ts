import type { Trx } from '#db/database.ts'
import type { SlotBookingRow } from '#db/schema/pickups.ts'
import type { Act } from '../act.ts'
import { notify } from '../notifications/notify.server.ts'
import { bookingById } from './bookings.read.server.ts'
import { calendarText, lineOfBooking } from './calendar-events.server.ts'

type News = { kind: 'drop-off-booked' | 'drop-off-cancelled' | 'drop-off-reminder'; moment?: string }

/** Tells whoever booked what has become of it, with a calendar file when something has. `moment` sets apart two notices of one kind. */
export async function tellBooker(trx: Trx, act: Act, booking: Pick<SlotBookingRow, 'id'>, { kind, moment }: News) {
  const found = await bookingById(trx, booking.id)
  if (!found) return
  const reader = await trx.selectFrom('members').select('locale').where('id', '=', found.member_id).executeTakeFirst()
  const line = lineOfBooking(found, reader?.locale ?? 'it')
  const method = line.status === 'cancelled' ? 'cancel' : 'request'
  await notify(trx, act, {
    member_id: found.member_id,
    kind,
    subject: 'booking',
    subject_id: found.id,
    event_key: [kind, found.id, moment].filter(Boolean).join(':'),
    details: { title: found.hub_name, starts_at: found.starts_at, ends_at: found.ends_at },
    ...(kind === 'drop-off-reminder' ? {} : { attachment: calendarText([line], { name: 'Rimessa', method }) }),
  })
}
