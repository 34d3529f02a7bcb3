import type { Db } from '#db/database.ts'

function bookingRows(db: Db) {
  return db
    .selectFrom('slot_bookings')
    .innerJoin('slots', 'slots.id', 'slot_bookings.slot_id')
    .innerJoin('hubs', 'hubs.id', 'slots.hub_id')
    .innerJoin('places', 'places.id', 'hubs.place_id')
    .innerJoin('members', 'members.id', 'slot_bookings.member_id')
    .selectAll('slot_bookings')
    .select([
      'slots.kind',
      'slots.starts_at',
      'slots.ends_at',
      'slots.hub_id',
      'hubs.slug as hub_slug',
      'hubs.name as hub_name',
      'places.area',
      'places.municipality',
      'members.name as member_name',
    ])
}

export function bookingById(db: Db, id: string) {
  return bookingRows(db).where('slot_bookings.id', '=', id).executeTakeFirst()
}

/** Who comes to a hub between two instants. At most 1.000. */
export function bookingsOfHub(db: Db, hubId: string, { from, to }: { from: string; to: string }) {
  return bookingRows(db)
    .where('slots.hub_id', '=', hubId)
    .where('slot_bookings.is_open', '=', 1)
    .where('slots.starts_at', '>=', from)
    .where('slots.starts_at', '<', to)
    .orderBy('slots.starts_at')
    .orderBy('slot_bookings.booked_at')
    .limit(1000)
    .execute()
}
