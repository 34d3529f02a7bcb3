import type { Db } from '#db/database.ts'

function hubRows(db: Db) {
  return db
    .selectFrom('hubs')
    .innerJoin('places', 'places.id', 'hubs.place_id')
    .select([
      'hubs.opened_at',
      'hubs.id',
      'hubs.slug',
      'hubs.name',
      'hubs.about',
      'hubs.opening_hours',
      'hubs.place_id',
      'hubs.service_radius_m',
      'hubs.service_area',
      'places.area',
      'places.municipality',
      'places.latitude_e6',
      'places.longitude_e6',
    ])
}

/** Every hub, oldest first. */
export function hubs(db: Db) {
  return hubRows(db).orderBy('hubs.opened_at').limit(100).execute()
}

export function hubBySlug(db: Db, slug: string) {
  return hubRows(db).where('hubs.slug', '=', slug).executeTakeFirst()
}

/** Who looks after a hub, longest first, without those who have left Rimessa. */
export function coordinatorsOf(db: Db, hubId: string) {
  return db
    .selectFrom('hub_coordinators')
    .innerJoin('members', 'members.id', 'hub_coordinators.member_id')
    .select(['members.id', 'members.name'])
    .where('hub_coordinators.hub_id', '=', hubId)
    .where('members.erased_at', 'is', null)
    .orderBy('hub_coordinators.since')
    .orderBy('members.name')
    .limit(50)
    .execute()
}
