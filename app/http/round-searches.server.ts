import { LRUCache } from 'lru-cache'
import { isRefusal } from '#app/domain/refusal.ts'
import { sequencesOf } from '#app/domain/rounds/shift.ts'
import { planningOf, startPlanning } from '#app/gateways/round-planner.server.ts'
import { openRound, saveArrangement } from './arrangement.server.ts'
import type { MemberVisit } from './context.server.ts'
import { dayPlan } from './day-plan.server.ts'

type Search = { hub_id: string; day: string; seen: ReadonlyMap<string, number> }

/** Which hub's day each planning in this process is for, and the rounds it began from. */
const searches = new LRUCache<string, Search>({ max: 100, ttl: 15 * 60_000 })

/** Begins to look for the rounds of a day, from its plan as it stands. */
export async function beginSearch(
  visit: MemberVisit,
  slug: string,
  ask: { day: string; seen: ReadonlyMap<string, number> },
  seconds?: number,
) {
  const { hub, day, problem } = await dayPlan(visit, slug, ask.day)
  if (problem.stops.length === 0) return { refused: 'nothing' as const }
  const planning = startPlanning(problem, seconds === undefined ? {} : { seconds })
  if (isRefusal(planning)) return planning
  searches.set(planning.id, { hub_id: hub.id, day, seen: ask.seen })
  return { id: planning.id }
}

/** A planning of this hub's, or undefined. */
export function searchOf(hubId: string, id: string) {
  const search = searches.get(id)
  const planning = planningOf(id)
  return search?.hub_id === hubId && planning ? { ...search, planning } : undefined
}

/** Saves the best rounds a search has found, but for those that changed since it began. */
export async function adoptSearch(visit: MemberVisit, slug: string, id: string) {
  const day = searches.get(id)?.day ?? ''
  const plan = await dayPlan(visit, slug, day)
  const best = searchOf(plan.hub.id, id)?.planning.best
  if (!best) return { refused: 'no-such-search' as const }
  const before = sequencesOf(plan.facts.vehicles, plan.facts.rounds)
  const timed = best.vehicles.filter(({ id: vehicle, stops }) => {
    const round = openRound(plan.facts.rounds, vehicle)
    const isFree = !round || (round.state === 'draft' && round.is_locked === 0)
    const had = before.find((one) => one.vehicle === vehicle)?.stops ?? []
    return isFree && (stops.length > 0 || had.length > 0)
  })
  return saveArrangement(visit, plan, { timed, seen: searches.get(id)?.seen ?? new Map() })
}
