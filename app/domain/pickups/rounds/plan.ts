import { RouteClock } from './clock.ts'
import { type Day, none } from './day.ts'

export class Plan {
  readonly day: Day
  readonly clock: RouteClock
  /** One row for each vehicle, of which the first `lengths[v]` are its stops. */
  readonly rows: Int32Array[]
  readonly lengths: Int32Array
  readonly costs: Float64Array
  /** Seconds of each day that are neither driven nor worked: waiting, and lunch. */
  readonly idle: Float64Array
  readonly vehicleOf: Int32Array
  cost = 0

  constructor(day: Day, clock = new RouteClock(day)) {
    const { vehicles } = day.problem
    this.day = day
    this.clock = clock
    this.rows = vehicles.map(() => new Int32Array(day.count + 2))
    this.lengths = new Int32Array(vehicles.length)
    this.costs = new Float64Array(vehicles.length)
    this.idle = new Float64Array(vehicles.length)
    this.vehicleOf = new Int32Array(day.count).fill(none)
    vehicles.forEach(({ locked }, vehicle) => {
      for (const id of locked ?? []) this.append(vehicle, day.indexOf.get(id))
    })
    this.weigh()
  }

  copy(from: Plan) {
    for (let vehicle = 0; vehicle < this.rows.length; vehicle++) this.rows[vehicle]!.set(from.rows[vehicle]!)
    this.lengths.set(from.lengths)
    this.costs.set(from.costs)
    this.idle.set(from.idle)
    this.vehicleOf.set(from.vehicleOf)
    this.cost = from.cost
  }

  put(vehicle: number, stop: number, place: number) {
    const row = this.rows[vehicle]!
    row.copyWithin(place + 1, place, this.lengths[vehicle]!)
    row[place] = stop
    this.lengths[vehicle]!++
    this.vehicleOf[stop] = vehicle
  }

  take(stop: number) {
    const vehicle = this.vehicleOf[stop]!
    const row = this.rows[vehicle]!
    row.copyWithin(row.indexOf(stop), row.indexOf(stop) + 1, this.lengths[vehicle]!)
    this.lengths[vehicle]!--
    this.vehicleOf[stop] = none
  }

  /** Counts one route anew after it was changed. A locked one may be impossible, and costs what it takes all the same. */
  weighRoute(vehicle: number) {
    const { problem, at, seconds, service, places, perSecond, perMetre } = this.day
    const van = problem.vehicles[vehicle]!
    const row = this.rows[vehicle]!
    const length = this.lengths[vehicle]!
    const cost = this.clock.settle(vehicle, row, length)
    let [busy, place] = [0, van.startAt]
    for (let leg = 0; leg < length; leg++) {
      busy += seconds[place * places + at[row[leg]!]!]! + service[row[leg]!]!
      place = at[row[leg]!]!
    }
    const { end, start, shift, metres } = this.clock.run
    const work = length === 0 ? 0 : end - start - shift
    this.idle[vehicle] = length === 0 ? 0 : work - busy - seconds[place * places + van.endAt]!
    this.costs[vehicle] = van.locked && length > 0 ? perSecond * work + perMetre * metres : cost
  }

  total() {
    const { penalty, count } = this.day
    this.cost = 0
    for (let vehicle = 0; vehicle < this.costs.length; vehicle++) this.cost += this.costs[vehicle]!
    for (let stop = 0; stop < count; stop++) if (this.vehicleOf[stop] === none) this.cost += penalty[stop]!
    return this.cost
  }

  /** What is driven and worked, without the penalties. */
  road() {
    return this.costs.reduce((sum, cost) => sum + cost, 0)
  }

  absent() {
    return this.vehicleOf.reduce((count, vehicle) => count + (vehicle === none ? 1 : 0), 0)
  }

  sequences() {
    const { stops, vehicles } = this.day.problem
    return vehicles.map(({ id }, vehicle) => ({
      vehicle: id,
      stops: Array.from(this.rows[vehicle]!.subarray(0, this.lengths[vehicle]!), (stop) => stops[stop]!.id),
    }))
  }

  private append(vehicle: number, stop: number | undefined) {
    if (stop !== undefined && this.vehicleOf[stop] === none) this.put(vehicle, stop, this.lengths[vehicle]!)
  }

  private weigh() {
    for (let vehicle = 0; vehicle < this.rows.length; vehicle++) this.weighRoute(vehicle)
    this.total()
  }
}
