import { coordinates } from '#app/domain/act.ts'
import { doorsOnTheRoad } from '#app/domain/claims/door.read.server.ts'
import { vehiclesOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { hubBySlug } from '#app/domain/hubs/hubs.read.server.ts'
import { dayInRome } from '#app/domain/instant.ts'
import { readDay } from '#app/domain/pickups/board-week.ts'
import { dayFacts } from '#app/domain/rounds/day-facts.server.ts'
import { dayProblem } from '#app/domain/rounds/day-problem.ts'
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
  const { facts, doors, places, travel } = await dayFacts(db, hub, day, {
    vehicles: await vehiclesOf(db, hub.id),
    doorsOf: (claimIds) => doorsOnTheRoad(db, member, claimIds),
    travelBetween: directionsBetween,
  })
  return { hub, day, facts, doors, places, problem: dayProblem(facts), travel_by: travel.by }
}

export type DayPlan = Awaited<ReturnType<typeof dayPlan>>
