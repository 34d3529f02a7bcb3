import type { Db } from '#db/database.ts'
import { distanceMetres } from '../places/point.ts'

const farthest = 30_000

/** The hub that looks after a lot: the nearest within 30 km of its public point, or none. */
export async function nearestHub(db: Db, placeId: string | null) {
  if (placeId === null) return null
  const point = ['places.latitude_e6', 'places.longitude_e6'] as const
  const place = await db.selectFrom('places').select(point).where('id', '=', placeId).executeTakeFirst()
  if (!place) return null
  const hubs = await db
    .selectFrom('hubs')
    .innerJoin('places', 'places.id', 'hubs.place_id')
    .select(['hubs.id', ...point])
    .execute()
  const near = hubs
    .map((hub) => ({ id: hub.id, metres: distanceMetres(hub, place) }))
    .filter(({ metres }) => metres <= farthest)
  return near.sort((a, b) => a.metres - b.metres)[0]?.id ?? null
}
