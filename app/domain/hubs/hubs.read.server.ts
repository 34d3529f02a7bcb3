import type { Db } from '#db/database.ts'

function hubRows(db: Db) {
  return db
    .selectFrom('hubs')
    .innerJoin('places', 'places.id', 'hubs.place_id')
    .select(['hubs.id', 'hubs.slug', 'hubs.name', 'hubs.about', 'hubs.opening_hours', 'places.area', 'places.municipality', 'places.latitude_e6', 'places.longitude_e6'])
}

/** Every hub, oldest first. */
export function hubs(db: Db) {
  return hubRows(db).orderBy('hubs.opened_at').limit(100).execute()
}

export function hubBySlug(db: Db, slug: string) {
  return hubRows(db).where('hubs.slug', '=', slug).executeTakeFirst()
}
