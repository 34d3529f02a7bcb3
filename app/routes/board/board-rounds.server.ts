import { doorsOnTheRoad } from '#app/domain/claims/door.read.server.ts'
import { placesOf } from '#app/domain/places/places.read.server.ts'
import { roundsOn } from '#app/domain/rounds/plan.read.server.ts'
import type { PlannedRound, PlannedStop } from '#app/domain/rounds/planned-round.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { type DaySpot, spotOf } from '#app/ui/day-spot.ts'

/** The rounds of a day at these hubs with where each stop is: doors of what this member looks after, circles of the rest. */
export async function roundsOfDay({ db, member }: MemberVisit, hubIds: readonly string[], day: string) {
  const rounds = await roundsOn(db, hubIds, day)
  const stops = rounds.flatMap((round) => round.stops)
  const claims = stops.flatMap(({ loads }) => loads.map(({ claim_id }) => claim_id))
  const [doors, places] = await Promise.all([
    doorsOnTheRoad(db, member, [...new Set(claims)]),
    stops.length === 0
      ? new Map()
      : placesOf(
          db,
          stops.map(({ place_id }) => place_id),
        ),
  ])
  const spots = new Map([...places].map(([id, place]) => [id, spotOf(doors.get(id), place)]))
  return rounds.map((round) => asRound(round, spots))
}

function asRound(round: PlannedRound, spots: ReadonlyMap<string, DaySpot>) {
  const { id, hub_id, hub_name, vehicle_name, state, leaves_at, returns_at, metres, driver_name } = round
  const stops = round.stops.filter(({ kind }) => kind === 'collect' || kind === 'deliver')
  const loads = stops.filter(({ kind }) => kind === 'collect').flatMap((stop) => stop.loads)
  return {
    id,
    hub_id,
    hub_name,
    vehicle_name,
    state,
    leaves_at,
    returns_at,
    metres,
    driver_name,
    grams: loads.reduce((sum, { grams }) => sum + grams, 0),
    stops: stops.map((stop) => asStop(stop, spots.get(stop.place_id))),
  }
}

function asStop({ id, kind, state, area, starts_at, loads }: PlannedStop, spot: DaySpot | undefined) {
  return {
    id,
    kind: kind === 'deliver' ? ('deliver' as const) : ('collect' as const),
    state,
    area,
    starts_at,
    titles: loads.map(({ title }) => title),
    claims: loads.map(({ claim_id }) => claim_id),
    spot,
  }
}
