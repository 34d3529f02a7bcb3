import type { Day } from '../day.ts'
import { none } from '../day.ts'
import type { Plan } from '../plan.ts'
import type { RoundVehicle } from '../problem.ts'
import { type Network, networkOf } from './network.ts'
import type { Tours } from './tours.ts'

/** Whether nothing of the day needs more than what a `Network` knows. */
export function isPlain({ problem, perSecond, behind, mate, mayTake, startDm3, startGrams, addDm3 }: Day): boolean {
  const [first, ...others] = problem.vehicles
  if (!first || perSecond !== 0 || first.lunch || first.locked || first.mostSeconds !== undefined) return false
  return (
    first.startAt === first.endAt &&
    others.every((other) => isLike(first, other)) &&
    problem.stops.every(({ windows }) => windows.length === 1) &&
    [behind, mate].every((list) => list.every((stop) => stop === none)) &&
    mayTake.every((may) => may === 1) &&
    [startDm3, startGrams, addDm3].every((loads) => loads.every((load) => load === 0))
  )
}

function isLike(first: RoundVehicle, other: RoundVehicle) {
  const { id: _, ...known } = first
  return (
    Object.keys(other).length === Object.keys(first).length &&
    Object.entries(known).every(([key, value]) => Reflect.get(other, key) === value)
  )
}

export function networkFor(day: Day): Network {
  const { problem, at, places } = day
  const van = problem.vehicles[0]!
  const nodes = [van.startAt, ...at]
  const some = (matrix: Float64Array) =>
    Float64Array.from(nodes.flatMap((from) => nodes.map((to) => matrix[from * places + to]!)))
  const road = some(day.metres).map((metres) => metres * day.perMetre)
  const padded = (depot: number, list: Iterable<number>) => Float64Array.from([depot, ...list])
  return networkOf({
    size: nodes.length,
    vans: problem.vehicles.length,
    capacity: van.grams,
    demand: padded(0, day.addGrams),
    ready: padded(van.from, day.windowFrom),
    due: padded(van.to, day.windowTo),
    service: padded(0, day.service),
    road,
    time: some(day.seconds),
    penalty: padded(0, day.penalty),
  })
}

export function fillPlan(plan: Plan, tours: Tours) {
  plan.vehicleOf.fill(none)
  plan.lengths.fill(0)
  for (let vehicle = 0; vehicle < plan.rows.length; vehicle++) {
    for (let node = tours.first[vehicle]!; node !== 0; node = tours.next[node]!)
      plan.put(vehicle, node - 1, plan.lengths[vehicle]!)
    plan.weighRoute(vehicle)
  }
  plan.total()
}
