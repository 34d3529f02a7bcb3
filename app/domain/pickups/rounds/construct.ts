import { none } from './day.ts'
import { Inserter, type Insertion } from './insertion.ts'
import type { Plan } from './plan.ts'

/**
 * Fills the plan by regret insertion (Potvin & Rousseau, 1993; Ropke & Pisinger, 2006): of all that is not in it, next comes
 * what would lose most by waiting, i.e. whose second best vehicle is so much dearer than its best.
 */
export function construct(plan: Plan) {
  const { day } = plan
  const inserter = new Inserter(plan)
  const vehicles = plan.rows.map((_, vehicle) => vehicle)
  const waiting = new Map<number, Insertion[]>()
  for (let stop = 0; stop < day.count; stop++)
    if (
      plan.vehicleOf[stop] === none &&
      day.isDelivery[stop] === 0 &&
      (plan.vehicleOf[day.mate[stop]!] ?? none) === none
    )
      waiting.set(
        stop,
        vehicles.map((vehicle) => inVehicle(inserter, vehicle, stop)),
      )
  for (let next = mostRegretted(waiting, plan); next; next = mostRegretted(waiting, plan)) {
    const [stop, insertion] = next
    inserter.put(stop, insertion)
    waiting.delete(stop)
    for (const [other, insertions] of waiting)
      insertions[insertion.vehicle] = inVehicle(inserter, insertion.vehicle, other)
  }
  plan.total()
}

function inVehicle(inserter: Inserter, vehicle: number, stop: number): Insertion {
  const best = { cost: Number.POSITIVE_INFINITY, vehicle, first: none, second: none }
  inserter.improve(best, vehicle, stop, never)
  return best
}

const never = () => false

function mostRegretted(waiting: Map<number, Insertion[]>, { day }: Plan): [number, Insertion] | undefined {
  let chosen: [number, Insertion] | undefined
  let most = Number.NEGATIVE_INFINITY
  for (const [stop, insertions] of waiting) {
    const [best, second] = insertions.toSorted((a, b) => a.cost - b.cost)
    if (!best || best.cost === Number.POSITIVE_INFINITY) continue
    const lost = Math.min(second?.cost ?? Number.POSITIVE_INFINITY, best.cost + day.penalty[stop]!) - best.cost
    if (lost - best.cost * 1e-3 <= most) continue
    most = lost - best.cost * 1e-3
    chosen = [stop, best]
  }
  return chosen
}
