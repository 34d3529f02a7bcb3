import { coordinates } from '#app/domain/act.ts'
import { doorsOnTheRoad } from '#app/domain/claims/door.read.server.ts'
import { hubBySlug } from '#app/domain/hubs/hubs.read.server.ts'
import { dayInRome } from '#app/domain/instant.ts'
import { readDay } from '#app/domain/pickups/board-week.ts'
import { placesOf } from '#app/domain/places/places.read.server.ts'
import { type DayFacts, dayProblem } from '#app/domain/rounds/day-problem.ts'
import { errandsOn } from '#app/domain/rounds/errands.read.server.ts'
import { roundsOn, vehiclesOf } from '#app/domain/rounds/plan.read.server.ts'
import { directionsBetween } from '#app/gateways/directions.server.ts'
import type { MemberVisit } from './context.server.ts'
import { found } from './replies.server.ts'

/**
 * A hub's day as its coordinators plan it: vehicles, rounds, what waits, the doors, and the problem they make. To anyone else it
 * is not there.
 */
export async function dayPlan({ db, member, now }: MemberVisit, slug: string, typedDay: string | null) {
  const hub = found(await hubBySlug(db, slug))
  found(coordinates(member, hub.id) || undefined)
  const day = readDay(typedDay, dayInRome(now))
  const [vehicles, rounds, errands] = await Promise.all([
    vehiclesOf(db, hub.id),
    roundsOn(db, hub.id, day),
    errandsOn(db, hub, day),
  ])
  const claims = new Set([
    ...errands.flatMap((errand) => errand.claims.map(({ id }) => id)),
    ...rounds.flatMap(({ stops }) => stops.flatMap(({ loads }) => loads.map(({ claim_id }) => claim_id))),
  ])
  const doors = await doorsOnTheRoad(db, member, [...claims])
  const stand = await placesOf(db, [hub.place_id, ...placesIn({ rounds, errands })])
  const ids = [...stand.keys()]
  const travel = await directionsBetween(ids.map((id) => doors.get(id) ?? stand.get(id) ?? hub))
  const at = new Map(ids.map((id, index) => [id, index]))
  const facts: DayFacts = { day, hub_place_id: hub.place_id, vehicles, rounds, errands, at, travel }
  return { hub, day, facts, doors, problem: dayProblem(facts), travel_by: travel.by }
}

export type DayPlan = Awaited<ReturnType<typeof dayPlan>>

function placesIn({ rounds, errands }: Pick<DayFacts, 'rounds' | 'errands'>) {
  return [
    ...rounds.flatMap(({ stops }) => stops.map(({ place_id }) => place_id)),
    ...errands.flatMap(({ collect, deliver }) => [collect, deliver].flatMap((spot) => (spot ? [spot.place_id] : []))),
  ]
}
