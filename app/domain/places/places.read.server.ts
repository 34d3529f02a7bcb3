import type { Db } from '#db/database.ts'

const shown = [
  'places.id',
  'places.area',
  'places.municipality',
  'places.latitude_e6',
  'places.longitude_e6',
  'places.blur_radius_m',
] as const

/** What anyone may see of a place: its area, its town and the circle. The door is not reachable from here. */
export function placeOf(db: Db, placeId: string) {
  return db
    .selectFrom('places')
    .select([...shown])
    .where('id', '=', placeId)
    .executeTakeFirst()
}
