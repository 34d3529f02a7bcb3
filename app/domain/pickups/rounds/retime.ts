import type { RouteClock } from './clock.ts'
import { atStart, type Day, dayOf, isFor, none } from './day.ts'
import { whyLeftOut } from './left-out.ts'
import type { Lunch, RoundOutcome, StopViolation, TimedStop, TimedVehicle, VehicleViolation } from './outcome.ts'
import { Plan } from './plan.ts'
import type { RoundProblem } from './problem.ts'

/** Which vehicle makes which stops, in their order. */
export type Sequences = readonly { vehicle: string; stops: readonly string[] }[]

/** The timed plan for orders that somebody chose, with what is wrong about them. Unknown and repeated stops are passed over. */
export function retime(problem: RoundProblem, sequences: Sequences): RoundOutcome {
  const plan = new Plan(dayOf({ ...problem, vehicles: problem.vehicles.map(({ locked, ...vehicle }) => vehicle) }))
  for (const { vehicle, stops } of sequences) {
    const v = problem.vehicles.findIndex(({ id }) => id === vehicle)
    for (const id of v < 0 ? [] : stops) {
      const stop = plan.day.indexOf.get(id)
      if (stop !== undefined && plan.vehicleOf[stop] === none) plan.put(v, stop, plan.lengths[v]!)
    }
  }
  return outcomeOf(plan)
}

export function outcomeOf(plan: Plan): RoundOutcome {
  const { day } = plan
  const vehicles = plan.rows.map((row, vehicle) => timed(plan, vehicle, row.subarray(0, plan.lengths[vehicle]!)))
  const absent = [...day.problem.stops.keys()].filter((stop) => plan.vehicleOf[stop] === none)
  return {
    cost:
      vehicles.reduce((sum, { seconds, metres }) => sum + day.perSecond * seconds + day.perMetre * metres, 0) +
      absent.reduce((sum, stop) => sum + day.penalty[stop]!, 0),
    vehicles,
    leftOut: absent.map((stop) => ({ id: day.problem.stops[stop]!.id, ...whyLeftOut(plan, stop) })),
  }
}

function timed({ day, clock }: Plan, vehicle: number, stops: Int32Array): TimedVehicle {
  const van = day.problem.vehicles[vehicle]!
  if (stops.length === 0)
    return { id: van.id, stops: [], start: van.from, end: van.from, ...nothing, lunch: undefined, wrong: [] }
  clock.settle(vehicle, stops, stops.length)
  const start = clock.run.start + clock.run.shift
  const { metres } = clock.run
  const [grams, dm3] = [sum(stops, day.startGrams), sum(stops, day.startDm3)]
  const { made, lunch, end } = timetable(day, clock, vehicle, stops, start)
  fillLoads(day, vehicle, stops, made, grams, dm3)
  stops.forEach((stop, leg) => {
    made[leg]!.wrong.push(...misplaced(day, vehicle, stops, leg, stop))
  })
  const wrong = wrongWithVehicle(van, { start, end, grams, dm3 })
  if (clock.run.missesLunch) wrong.push({ what: 'no-lunch' })
  return { id: van.id, stops: made, start, end, metres, seconds: end - start, lunch, grams, dm3, wrong }
}

const nothing = { metres: 0, seconds: 0, grams: 0, dm3: 0 }
/** Seconds that a sum of fractions may be off. */
const hair = 1e-6

const sum = (stops: Int32Array, of: Float64Array) => stops.reduce((total, stop) => total + of[stop]!, 0)

function timetable(day: Day, clock: RouteClock, vehicle: number, stops: Int32Array, start: number) {
  const van = day.problem.vehicles[vehicle]!
  const { lunchLeg, lunchOnArrival } = clock.run
  let [time, place] = [start, van.startAt]
  let lunch: Lunch | undefined
  const eat = (before: number, where: Lunch['where']) => {
    const from = Math.max(time, van.lunch?.from ?? time)
    time = from + (van.lunch?.length ?? 0)
    lunch = { start: from, end: time, before, where }
  }
  const made = Array.from(stops, (stop, leg): TimedStop => {
    if (leg === lunchLeg && !lunchOnArrival) eat(leg, 'last-stop')
    const arrival = (time += day.seconds[place * day.places + day.at[stop]!]!)
    const eats = leg === lunchLeg && lunchOnArrival
    if (eats) eat(leg, 'next-stop')
    const { begin, late } = opening(day, stop, time)
    time = begin + day.service[stop]!
    place = day.at[stop]!
    const { id } = day.problem.stops[stop]!
    const wrong: StopViolation[] = late > hair ? [{ what: 'late', by: late }] : []
    const waiting = begin - arrival - (eats ? (van.lunch?.length ?? 0) : 0)
    return { id, arrival, waiting, start: begin, end: time, grams: 0, dm3: 0, wrong }
  })
  if (lunchLeg === stops.length) eat(lunchLeg, 'last-stop')
  return { made, lunch, end: time + day.seconds[place * day.places + van.endAt]! }
}

function opening(day: Day, stop: number, time: number) {
  const last = day.windowsOf[stop + 1]! - 1
  for (let window = day.windowsOf[stop]!; window <= last; window++)
    if (time <= day.windowTo[window]! + hair) return { begin: Math.max(time, day.windowFrom[window]!), late: 0 }
  return { begin: time, late: time - day.windowTo[last]! }
}

function fillLoads(day: Day, vehicle: number, stops: Int32Array, made: TimedStop[], grams: number, dm3: number) {
  const van = day.problem.vehicles[vehicle]!
  stops.forEach((stop, leg) => {
    const row = made[leg]!
    grams += day.addGrams[stop]!
    dm3 += day.addDm3[stop]!
    row.grams = grams
    row.dm3 = dm3
    if (grams > van.grams) row.wrong.push({ what: 'over-grams', by: grams - van.grams })
    if (dm3 > van.dm3) row.wrong.push({ what: 'over-dm3', by: dm3 - van.dm3 })
  })
}

function misplaced(day: Day, vehicle: number, stops: Int32Array, leg: number, stop: number): StopViolation[] {
  const van = day.problem.vehicles[vehicle]!
  const asked = day.problem.stops[stop]!
  const wrong: StopViolation[] = []
  const long = (asked.longestMm ?? 0) - van.longestMm
  if (long > 0) wrong.push({ what: 'too-long', by: long })
  if (!isFor(asked, van)) wrong.push({ what: 'wrong-vehicle' })
  const before = leg === 0 ? atStart : stops[leg - 1]!
  if (day.behind[stop] !== none && day.behind[stop] !== before) wrong.push({ what: 'wrong-place' })
  if (day.isDelivery[stop] === 1 && !stops.subarray(0, leg).includes(day.mate[stop]!))
    wrong.push({ what: 'not-collected' })
  return wrong
}

type Journey = { start: number; end: number; grams: number; dm3: number }

function wrongWithVehicle(van: RoundProblem['vehicles'][number], { start, end, grams, dm3 }: Journey) {
  const over = [
    { what: 'overtime' as const, by: end - van.to, than: hair },
    { what: 'over-seconds' as const, by: end - start - (van.mostSeconds ?? Number.POSITIVE_INFINITY), than: hair },
    { what: 'over-grams' as const, by: grams - van.grams, than: 0 },
    { what: 'over-dm3' as const, by: dm3 - van.dm3, than: 0 },
  ]
  const wrong: VehicleViolation[] = over.filter(({ by, than }) => by > than).map(({ what, by }) => ({ what, by }))
  return wrong
}
