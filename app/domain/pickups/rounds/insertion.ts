import { atStart, type Day, none } from './day.ts'
import type { Plan } from './plan.ts'

/** The cheapest places for a stop, and for the other one of its pair, in one vehicle. */
export type Insertion = { cost: number; vehicle: number; first: number; second: number }

/** A pair is put in by the stop where it is collected; `second` is the place of the other, when the first is in. */
export class Inserter {
  private readonly plan: Plan
  private readonly tried: Int32Array
  private readonly inner: Int32Array

  constructor(plan: Plan) {
    this.plan = plan
    this.tried = new Int32Array(plan.day.count + 2)
    this.inner = new Int32Array(plan.day.count + 2)
  }

  /** Lowers `best` to what is cheaper in this vehicle. `skip` leaves places out by chance: blinks. */
  improve(best: Insertion, vehicle: number, stop: number, skip: () => boolean) {
    const { plan, tried } = this
    const { mate, mayTake, count, service } = plan.day
    if (mayTake[vehicle * count + stop] === 0) return
    const row = plan.rows[vehicle]!
    const length = plan.lengths[vehicle]!
    const other = mate[stop]!
    const work = service[stop]! + (other === none ? 0 : service[other]!)
    const idle = plan.idle[vehicle]!
    const [, to] = (this.first = places(plan.day, row, length, stop, this.first))
    for (let place = this.first[0]; place <= to; place++) {
      if (!isFree(plan.day, row, length, place, stop) || skip()) continue
      this.measure(vehicle, row, length, place, stop)
      if (this.leastCost(this.metres, this.seconds + work - idle) >= best.cost) continue
      insert(tried, row, length, place, stop)
      if (other === none) this.judge(best, vehicle, length + 1, place, none)
      else this.improveMate(best, vehicle, length + 1, place, other, skip)
    }
  }

  private first: [number, number] = [0, 0]

  put(stop: number, { vehicle, first, second }: Insertion) {
    this.plan.put(vehicle, stop, first)
    if (second !== none) this.plan.put(vehicle, this.plan.day.mate[stop]!, second)
    this.plan.weighRoute(vehicle)
  }

  private improveMate(
    best: Insertion,
    vehicle: number,
    length: number,
    first: number,
    mate: number,
    skip: () => boolean,
  ) {
    const { tried, inner, plan, metres } = this
    const seconds = this.seconds + plan.day.service[tried[first]!]! + plan.day.service[mate]! - plan.idle[vehicle]!
    inner.set(tried)
    for (let place = first + 1; place <= length; place++) {
      if (!isFree(plan.day, inner, length, place, mate) || skip()) continue
      this.measure(vehicle, inner, length, place, mate)
      if (this.leastCost(metres + this.metres, seconds + this.seconds) >= best.cost) continue
      insert(tried, inner, length, place, mate)
      this.judge(best, vehicle, length + 1, first, place)
    }
  }

  private judge(best: Insertion, vehicle: number, length: number, first: number, second: number) {
    const { clock, costs } = this.plan
    const cost = clock.cost(vehicle, this.tried, length, best.cost + costs[vehicle]!) - costs[vehicle]!
    if (!(cost < best.cost)) return
    best.cost = cost
    best.vehicle = vehicle
    best.first = first
    best.second = second
  }

  private metres = 0
  private seconds = 0

  private measure(vehicle: number, row: Int32Array, length: number, place: number, stop: number) {
    const { at, places, metres, seconds, problem } = this.plan.day
    const van = problem.vehicles[vehicle]!
    const before = (place === 0 ? van.startAt : at[row[place - 1]!]!) * places
    const after = place === length ? van.endAt : at[row[place]!]!
    const here = at[stop]!
    this.metres = metres[before + here]! + metres[here * places + after]!
    this.seconds = seconds[before + here]! + seconds[here * places + after]!
    if (length === 0) return
    this.metres -= metres[before + after]!
    this.seconds -= seconds[before + after]!
  }

  /** A day takes no less than its road and its work; what it had of waiting may swallow some. */
  private leastCost(metres: number, seconds: number) {
    const { perMetre, perSecond } = this.plan.day
    return perMetre * metres + (seconds > 0 ? perSecond * seconds : 0)
  }
}

function places(day: Day, row: Int32Array, length: number, stop: number, found: [number, number]): [number, number] {
  const anchor = day.behind[stop]!
  found[0] = 0
  found[1] = length
  if (anchor === atStart) found[1] = 0
  if (anchor >= 0) {
    const place = row.subarray(0, length).indexOf(anchor)
    found[0] = place < 0 ? length + 1 : place + 1
    found[1] = place < 0 ? length : place + 1
  }
  return found
}

/** Whether the stop may stand at this place of the row, and does not part two that belong behind one another. */
export function isFree(day: Day, row: Int32Array, length: number, place: number, stop: number) {
  const { behind } = day
  const before = place === 0 ? atStart : row[place - 1]!
  if (behind[stop] !== none && behind[stop] !== before) return false
  return place === length || behind[row[place]!] === none || behind[row[place]!] !== before
}

function insert(into: Int32Array, row: Int32Array, length: number, place: number, stop: number) {
  for (let index = 0; index < place; index++) into[index] = row[index]!
  into[place] = stop
  for (let index = place; index < length; index++) into[index + 1] = row[index]!
}
