import { closuresOf } from '#app/domain/hubs/hub-rooms.read.server.ts'
import { weekOf, weeksLater } from '#app/domain/pickups/board-week.ts'
import { retime } from '#app/domain/pickups/rounds/retime.ts'
import { closureOn } from '#app/domain/places/opening.ts'
import { collectOf, deliverOf } from '#app/domain/rounds/day-problem.ts'
import type { Errand } from '#app/domain/rounds/errand.ts'
import type { PlannedRound, PlannedStop } from '#app/domain/rounds/planned-round.ts'
import { sequencesOf } from '#app/domain/rounds/shift.ts'
import { secondsOf } from '#app/domain/rounds/wall-clock.ts'
import { versionsSeen } from '#app/http/arrangement.server.ts'
import type { MemberVisit } from '#app/http/context.server.ts'
import { type DayPlan, dayPlan } from '#app/http/day-plan.server.ts'
import { spotOf } from '#app/ui/day-spot.ts'
import type { StopCard } from './stop-card.ts'

/** A hub's day of rounds as its page shows it, with the problem it makes so that the page can time what is dragged. */
export async function dayView(visit: MemberVisit, slug: string, query: URLSearchParams) {
  const plan = await dayPlan(visit, slug, query.get('day'))
  const { hub, day, facts, problem } = plan
  const { seconds, metres, count } = problem.travel
  return {
    hub: { slug: hub.slug, name: hub.name, spot: spotOf(undefined, hub) },
    day,
    closure: closureOn(day, await closuresOf(visit.db, hub.id, day)) ?? null,
    week: weekOf(day),
    before: weeksLater(day, -1),
    after: weeksLater(day, 1),
    vehicles: facts.vehicles,
    rounds: facts.rounds.map(roundFacts),
    done: facts.rounds.flatMap((round) =>
      round.stops.filter(({ state }) => state !== 'planned').map((stop) => stopCard(stop, round, plan)),
    ),
    cards: [
      ...facts.rounds.flatMap((round) =>
        round.stops.filter(({ state }) => state === 'planned').map((stop) => stopCard(stop, round, plan)),
      ),
      ...facts.errands.flatMap((errand) => errandCards(errand, plan)),
    ],
    errands: facts.errands.map(({ claims, ...errand }) => ({
      ...errand,
      titles: claims.map(({ title }) => title),
      grade: claims[0]?.grade ?? ('E' as const),
      ...sums(claims),
      claim_id: claims[0]?.id ?? '',
    })),
    seen: versionsSeen(facts.vehicles, facts.rounds),
    outcome: retime(problem, sequencesOf(facts.vehicles, facts.rounds)),
    problem: { ...problem, travel: { count, seconds: [...seconds], metres: [...metres] } },
    travel_by: plan.travel_by,
  }
}

export type DayView = Awaited<ReturnType<typeof dayView>>

function roundFacts({
  id,
  vehicle_id,
  state,
  version,
  is_locked,
  changed_by_name,
  changed_at,
  driver_name,
}: PlannedRound) {
  return { id, vehicle_id, state, version, is_locked, changed_by_name, changed_at, driver_name }
}

function stopCard(stop: PlannedStop, round: PlannedRound, plan: DayPlan): StopCard {
  const { day } = plan
  const first = stop.loads[0]
  const window = first?.agreed_from && first.agreed_to ? { from: first.agreed_from, to: first.agreed_to } : null
  return {
    id: stop.id,
    vehicle: round.vehicle_id,
    kind: stop.kind,
    area: stop.area,
    ...whereabouts(stop, plan),
    titles: stop.loads.map(({ title }) => title),
    who: (stop.kind === 'deliver' ? first?.to : first?.from) ?? '',
    ...sums(stop.loads),
    grade: first?.weight_grade ?? 'E',
    window: stop.kind === 'collect' ? window : null,
    is_agreed: first?.pickup_state === 'confirmed' || first?.pickup_state === 'in_progress',
    is_pinned: stop.is_pinned === 1,
    state: stop.state,
    at: stop.starts_at ? secondsOf(stop.starts_at, day) : null,
    until: stop.ends_at ? secondsOf(stop.ends_at, day) : null,
  }
}

function errandCards(errand: Errand, plan: DayPlan): StopCard[] {
  const shared = {
    vehicle: null,
    titles: errand.claims.map(({ title }) => title),
    ...sums(errand.claims),
    grade: errand.claims[0]?.grade ?? ('E' as const),
    is_agreed: errand.is_agreed,
    is_pinned: false,
    state: 'planned' as const,
    at: null,
    until: null,
  }
  const { collect, deliver, window, from, to } = errand
  return [
    ...(collect
      ? [
          {
            ...shared,
            id: collectOf(errand),
            kind: 'collect' as const,
            area: collect.area,
            ...whereabouts(collect, plan),
            who: from,
            window,
          },
        ]
      : []),
    ...(deliver
      ? [
          {
            ...shared,
            id: deliverOf(errand),
            kind: 'deliver' as const,
            area: deliver.area,
            ...whereabouts(deliver, plan),
            who: to,
            window: collect ? null : window,
          },
        ]
      : []),
  ]
}

function whereabouts({ place_id }: { place_id: string }, { doors, places }: DayPlan) {
  const [door, place] = [doors.get(place_id), places.get(place_id)]
  return { street: door?.street ?? '', spot: place && spotOf(door, place) }
}

function sums(loads: readonly { grams: number; dm3: number; longest_mm: number }[]) {
  return {
    grams: loads.reduce((sum, { grams }) => sum + grams, 0),
    dm3: loads.reduce((sum, { dm3 }) => sum + dm3, 0),
    longest_mm: Math.max(0, ...loads.map(({ longest_mm }) => longest_mm)),
  }
}
