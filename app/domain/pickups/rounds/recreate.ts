import type { Chance } from './chance.ts'
import { none } from './day.ts'
import { Inserter, type Insertion } from './insertion.ts'
import type { Plan } from './plan.ts'

const blink = 0.01

/** Puts every stop that is not in the plan where it costs least, in one of several orders (Christiaens & Vanden Berghe, 2020). */
export class Recreate {
  private readonly plan: Plan
  private readonly chance: Chance
  private readonly inserter: Inserter
  private readonly orders: Float64Array[]
  private readonly absent: Int32Array
  private readonly best: Insertion = { cost: 0, vehicle: none, first: none, second: none }
  private readonly skip: () => boolean

  constructor(plan: Plan, chance: Chance) {
    this.plan = plan
    this.chance = chance
    this.inserter = new Inserter(plan)
    this.orders = ordersOf(plan)
    this.absent = new Int32Array(plan.day.count)
    this.skip = () => chance.next() < blink
  }

  run() {
    const { plan, absent, best, inserter } = this
    const count = this.findAbsent()
    this.sort(count)
    for (let index = 0; index < count; index++) {
      const stop = absent[index]!
      best.cost = Number.POSITIVE_INFINITY
      for (let vehicle = 0; vehicle < plan.rows.length; vehicle++) inserter.improve(best, vehicle, stop, this.skip)
      if (best.cost < Number.POSITIVE_INFINITY) inserter.put(stop, best)
    }
    return plan.total()
  }

  /** Of a pair only the stop where it is collected, when the other is absent too. */
  private findAbsent() {
    const { vehicleOf, day } = this.plan
    let count = 0
    for (let stop = 0; stop < day.count; stop++) {
      const mate = day.mate[stop]!
      if (vehicleOf[stop] !== none || day.isDelivery[stop] === 1) continue
      if (mate === none || vehicleOf[mate] === none) this.absent[count++] = stop
    }
    return count
  }

  private sort(count: number) {
    const { absent, chance, orders, plan } = this
    const { depth } = plan.day
    chance.shuffle(absent, count)
    const rank = orders[chance.below(orders.length)]!
    for (let index = 1; index < count; index++) {
      const stop = absent[index]!
      let place = index
      for (; place > 0 && isAfter(absent[place - 1]!, stop); place--) absent[place] = absent[place - 1]!
      absent[place] = stop
    }
    function isAfter(a: number, b: number) {
      return depth[a]! > depth[b]! || (depth[a] === depth[b] && rank[a]! > rank[b]!)
    }
  }
}

/** By chance, what takes most room, farthest, nearest, and by the windows: short, early, late first. */
function ordersOf({ day }: Plan): Float64Array[] {
  const { count, at, metres, windowsOf, windowFrom, windowTo, problem, penalty } = day
  const by = (rank: (stop: number) => number) => Float64Array.from({ length: count }, (_, stop) => rank(stop))
  const room = (stop: number) => problem.stops[stop]!.pickUp?.dm3 ?? problem.stops[stop]!.dropOff?.dm3 ?? 0
  const from = (stop: number) => windowFrom[windowsOf[stop]!]!
  const to = (stop: number) => windowTo[windowsOf[stop + 1]! - 1]!
  const base = problem.vehicles[0]?.startAt ?? 0
  const far = (stop: number) => metres[base * day.places + at[stop]!]!
  const byChance = by(() => 0)
  const dear = by((stop) => -penalty[stop]!)
  const short = by((stop) => Math.min(1e9, to(stop) - from(stop)))
  return [byChance, byChance, by((stop) => -room(stop)), by((stop) => -far(stop)), by(far), dear].concat([
    short,
    by(from),
    by((stop) => -to(stop)),
  ])
}
