import type { Run } from './clock.ts'
import { atStart, type Day, isFor, none } from './day.ts'
import { isFree } from './insertion.ts'
import type { LeftOutReason } from './outcome.ts'
import type { Plan } from './plan.ts'

/** Why a stop is not in the plan: first what no vehicle could do even alone, then what is missing beside the rest. */
export function whyLeftOut(plan: Plan, stop: number): LeftOutReason {
  const { day } = plan
  const group = goingWith(day, stop)
  if (group.some((one) => isLocked(plan, plan.vehicleOf[one]!))) return { reason: 'vehicle-not-allowed' }
  const alone = day.problem.vehicles.map((_, vehicle) => whyNotAlone(plan, vehicle, group))
  const open = alone.filter((_, vehicle) => !isLocked(plan, vehicle))
  const allowed = open.filter((reason) => reason !== 'vehicle-not-allowed')
  if (!allowed.includes(undefined)) {
    // Of several obstacles, that of the vehicle which comes nearest to taking it.
    const nearest = obstacles.findLast((reason) => allowed.includes(reason))
    return { reason: nearest ?? 'vehicle-not-allowed' }
  }
  return whyNotWithRest(plan, stop, alone)
}

const isLocked = ({ day }: Plan, vehicle: number) => day.problem.vehicles[vehicle]?.locked !== undefined

const obstacles = ['too-long', 'too-heavy', 'too-big', 'window-impossible', 'not-enough-time'] as const
type Obstacle = (typeof obstacles)[number] | 'vehicle-not-allowed' | undefined

/** The stop with all that it cannot go without: what it stands behind, the other of its pair. In an order that keeps both. */
function goingWith(day: Day, stop: number): Int32Array {
  const group: number[] = []
  const add = (one: number) => {
    if (one < 0 || group.includes(one)) return
    const mate = day.mate[one]!
    if (day.isDelivery[one] === 1 && !group.includes(mate)) add(mate)
    add(day.behind[one]!)
    if (!group.includes(one)) group.push(one)
    if (day.isDelivery[one] === 0) add(mate)
  }
  add(stop)
  return Int32Array.from(group)
}

function whyNotAlone({ day, clock }: Plan, vehicle: number, group: Int32Array): Obstacle {
  const van = day.problem.vehicles[vehicle]!
  const stops = Array.from(group, (stop) => day.problem.stops[stop]!)
  if (!stops.every((stop) => isFor(stop, van))) return 'vehicle-not-allowed'
  if (stops.some((stop) => (stop.longestMm ?? 0) > van.longestMm)) return 'too-long'
  if (group.some((stop) => day.mayTake[vehicle * day.count + stop] === 0)) return 'vehicle-not-allowed'
  clock.settle(vehicle, group, group.length)
  if (clock.run.overGrams > 0) return 'too-heavy'
  if (clock.run.overDm3 > 0) return 'too-big'
  if (isInTime(clock.run)) return undefined
  return timeWithoutWindows(day, vehicle, group) ? 'window-impossible' : 'not-enough-time'
}

const isInTime = ({ late, overSeconds, missesLunch }: Run) => late === 0 && overSeconds === 0 && !missesLunch

function timeWithoutWindows(day: Day, vehicle: number, group: Int32Array) {
  const { from, to, lunch, mostSeconds = Number.POSITIVE_INFINITY, startAt, endAt } = day.problem.vehicles[vehicle]!
  let [time, place] = [0, startAt]
  for (const stop of group) {
    time += day.seconds[place * day.places + day.at[stop]!]! + day.service[stop]!
    place = day.at[stop]!
  }
  time += day.seconds[place * day.places + endAt]!
  if (lunch && from + time + lunch.length > lunch.to) time += lunch.length
  return time <= Math.min(to - from, mostSeconds)
}

function whyNotWithRest(plan: Plan, stop: number, alone: Obstacle[]): LeftOutReason {
  const { day, clock } = plan
  const whole = goingWith(day, stop)
  const group = whole.filter((one) => plan.vehicleOf[one] === none)
  const bound = whole.find((one) => plan.vehicleOf[one] !== none)
  const found = { fits: false, onlyGrams: false, onlyDm3: false, both: false }
  for (const [vehicle, row] of plan.rows.entries()) {
    if (alone[vehicle] !== undefined || isLocked(plan, vehicle)) continue
    if (bound !== undefined && plan.vehicleOf[bound] !== vehicle) continue
    placings(day, row.slice(0, plan.lengths[vehicle]), group, (tried) => {
      clock.settle(vehicle, tried, tried.length)
      const { overGrams, overDm3 } = clock.run
      if (!isInTime(clock.run)) return
      if (overGrams === 0 && overDm3 === 0) found.fits = true
      else if (overDm3 === 0) found.onlyGrams = true
      else if (overGrams === 0) found.onlyDm3 = true
      else found.both = true
    })
  }
  if (found.fits) return { reason: 'set-aside' }
  if (found.onlyGrams) return { reason: 'not-enough-room', binding: 'grams' }
  if (found.onlyDm3) return { reason: 'not-enough-room', binding: 'dm3' }
  return found.both ? { reason: 'not-enough-room', binding: 'both' } : { reason: 'not-enough-time' }
}

function placings(day: Day, row: Int32Array, group: Int32Array, look: (tried: Int32Array) => void) {
  const [stop, ...rest] = group
  if (stop === undefined) return look(row)
  const mate = day.mate[stop]!
  const from = day.isDelivery[stop] === 1 ? row.indexOf(mate) + 1 : 0
  for (let place = from; place <= (day.behind[stop] === atStart ? 0 : row.length); place++)
    if (isFree(day, row, row.length, place, stop))
      placings(day, Int32Array.of(...row.subarray(0, place), stop, ...row.subarray(place)), Int32Array.from(rest), look)
}
