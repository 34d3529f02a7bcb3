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

/** The same of several places, by id; those that are none are not in it. */
export async function placesOf(db: Db, placeIds: readonly string[]) {
  const ids = [...new Set(placeIds)]
  const rows = await db
    .selectFrom('places')
    .select([...shown])
    .where('id', 'in', ids)
    .execute()
  const found = new Map(rows.map((row) => [row.id, row]))
  return new Map(ids.flatMap((id) => found.get(id) ?? []).map((row) => [row.id, row]))
}
