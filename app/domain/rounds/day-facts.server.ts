import type { Db } from '#db/database.ts'
import { availabilityOn } from '../pickups/availability.read.server.ts'
import type { Travel } from '../pickups/rounds/problem.ts'
import { placesOf } from '../places/places.read.server.ts'
import type { Point } from '../places/point.ts'
import type { DayFacts } from './day-problem.ts'
import { errandsOn } from './errands.read.server.ts'
import { roundsOn } from './plan.read.server.ts'

type Ask<Door extends Point, Way extends Travel> = {
  vehicles: DayFacts['vehicles']
  /** Exact places, of those whose claims these are; where there is none the blurred point has to do. */
  doorsOf: (claimIds: readonly string[]) => Promise<ReadonlyMap<string, Door>>
  travelBetween: (points: readonly Point[]) => Way | Promise<Way>
}

/** A hub's day as the planner's problem is made of it: its rounds, what waits, and the ways between all their places. */
export async function dayFacts<Door extends Point, Way extends Travel>(
  db: Db,
  hub: { id: string; place_id: string },
  day: string,
  { vehicles, doorsOf, travelBetween }: Ask<Door, Way>,
) {
  const [rounds, errands] = await Promise.all([roundsOn(db, [hub.id], day), errandsOn(db, hub, day)])
  const claims = [
    ...errands.flatMap((errand) => errand.claims.map(({ id }) => id)),
    ...rounds.flatMap(({ stops }) => stops.flatMap(({ loads }) => loads.map(({ claim_id }) => claim_id))),
  ]
  const spots = [
    ...rounds.flatMap(({ stops }) => stops.map(({ place_id }) => place_id)),
    ...errands.flatMap(({ collect, deliver }) => [collect, deliver].flatMap((spot) => spot?.place_id ?? [])),
  ]
  const lots = rounds.flatMap(({ stops }) => stops.flatMap(({ loads }) => loads.map(({ listing_id }) => listing_id)))
  const [doors, places, there] = await Promise.all([
    doorsOf([...new Set(claims)]),
    placesOf(db, [hub.place_id, ...spots]),
    availabilityOn(db, [...new Set(lots)], day),
  ])
  const travel = await travelBetween([...places].map(([id, place]) => doors.get(id) ?? place))
  const at = new Map([...places.keys()].map((id, index) => [id, index]))
  const facts: DayFacts = { day, hub_place_id: hub.place_id, vehicles, rounds, errands, there, at, travel }
  return { facts, doors, places, travel }
}
