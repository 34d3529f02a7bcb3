import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { giveBackPlace } from './give-back-place.server.ts'

/** Whoever leaves comes no more: places booked are free again, and when they were at home and what they brought is forgotten. */
export async function forgetAgenda(trx: Trx, act: Act) {
  const { id } = act.by
  const ahead = await trx
    .selectFrom('slot_bookings')
    .innerJoin('slots', 'slots.id', 'slot_bookings.slot_id')
    .select('slot_bookings.id')
    .where('slot_bookings.member_id', '=', id)
    .where('slot_bookings.is_open', '=', 1)
    .where('slots.starts_at', '>', act.at)
    .execute()
  for (const booking of ahead) await giveBackPlace(trx, act, { id: booking.id }, '')
  await trx.updateTable('slot_bookings').set({ note: '' }).where('member_id', '=', id).execute()
  await trx.deleteFrom('calendar_feeds').where('member_id', '=', id).execute()
  await forgetAvailability(trx, id)
}

async function forgetAvailability(trx: Trx, memberId: string) {
  const lots = trx.selectFrom('listings').select('id').where('donor_id', '=', memberId)
  const places = trx.selectFrom('places').select('id').where('owner_id', '=', memberId)
  for (const table of ['availability_hours', 'availability_days'] as const)
    await trx
      .deleteFrom(table)
      .where((eb) => eb.or([eb('listing_id', 'in', lots), eb('place_id', 'in', places)]))
      .execute()
}
