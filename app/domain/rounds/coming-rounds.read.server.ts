import type { Db } from '#db/database.ts'

const most = 6
const mostAreas = 200

/**
 * The next rounds of a hub that stand, from a Roman day on, as anyone may see them: how many stops, and in which quarters by the
 * alphabet. Neither where, nor in which order, nor at whose place.
 */
export async function comingRounds(db: Db, hubId: string, day: string) {
  const rounds = await db
    .selectFrom('rounds')
    .innerJoin('vehicles', 'vehicles.id', 'rounds.vehicle_id')
    .select(['rounds.id', 'rounds.day', 'vehicles.name as vehicle_name'])
    .where('rounds.hub_id', '=', hubId)
    .where('rounds.state', '=', 'published')
    .where('rounds.day', '>=', day)
    .orderBy('rounds.day')
    .orderBy('vehicles.name')
    .limit(most)
    .execute()
  if (rounds.length === 0) return []
  const areas = await db
    .selectFrom('round_stops')
    .innerJoin('places', 'places.id', 'round_stops.place_id')
    .select(['round_stops.round_id', 'places.area'])
    .select((eb) => eb.fn.countAll<number>().as('stops'))
    .where(
      'round_stops.round_id',
      'in',
      rounds.map(({ id }) => id),
    )
    .where('round_stops.kind', 'in', ['collect', 'deliver'])
    .groupBy(['round_stops.round_id', 'places.area'])
    .orderBy('places.area')
    .limit(mostAreas)
    .execute()
  return rounds.map(({ id, ...round }) => {
    const own = areas.filter(({ round_id }) => round_id === id)
    return { ...round, stops: own.reduce((sum, { stops }) => sum + stops, 0), areas: own.map(({ area }) => area) }
  })
}
