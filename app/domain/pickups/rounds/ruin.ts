import type { Chance } from './chance.ts'
import { none } from './day.ts'
import type { Plan } from './plan.ts'

const mostInString = 10
const removedOnAverage = 10
const splits = 0.5

/**
 * Takes strings of neighbouring stops out of rounds that pass near one another (Christiaens & Vanden Berghe, 2020), and with
 * each stop what it cannot be parted from.
 */
export class Ruin {
  private readonly plan: Plan
  private readonly chance: Chance
  private readonly near: Int32Array[]
  private readonly taken: Int32Array
  private readonly ruined: Uint8Array
  private readonly isLocked: boolean[]

  constructor(plan: Plan, chance: Chance) {
    this.plan = plan
    this.chance = chance
    this.near = nearest(plan)
    this.taken = new Int32Array(plan.day.count)
    this.ruined = new Uint8Array(plan.rows.length)
    this.isLocked = plan.day.problem.vehicles.map(({ locked }) => locked !== undefined)
  }

  run() {
    const { plan, chance, ruined, isLocked } = this
    const { count } = plan.day
    ruined.fill(0)
    const longest = Math.min(mostInString, this.averageLength())
    const removed = Math.min(removedOnAverage, Math.max(1, count / 3))
    let strings = Math.floor(1 + chance.next() * Math.max(1, (4 * removed) / (1 + longest) - 1))
    for (const stop of this.near[chance.below(count)]!) {
      const vehicle = plan.vehicleOf[stop]!
      if (vehicle === none || ruined[vehicle] === 1 || isLocked[vehicle]) continue
      ruined[vehicle] = 1
      this.takeString(vehicle, stop, 1 + chance.below(Math.min(plan.lengths[vehicle]!, longest)))
      if (--strings === 0) break
    }
    for (let vehicle = 0; vehicle < ruined.length; vehicle++) if (ruined[vehicle] === 1) plan.weighRoute(vehicle)
  }

  private averageLength() {
    const { lengths, vehicleOf } = this.plan
    let [used, placed] = [0, 0]
    for (let vehicle = 0; vehicle < lengths.length; vehicle++) if (lengths[vehicle]! > 0) used++
    for (let stop = 0; stop < vehicleOf.length; stop++) if (vehicleOf[stop] !== none) placed++
    return used === 0 ? 1 : Math.max(1, Math.floor(placed / used))
  }

  /** A string that holds the stop; every second time a longer one, of which a piece inside stays. */
  private takeString(vehicle: number, stop: number, count: number) {
    const { plan, chance, taken } = this
    const length = plan.lengths[vehicle]!
    const row = plan.rows[vehicle]!
    let kept = 0
    if (count > 1 && count < length && chance.next() < splits) kept = 1 + chance.below(length - count)
    const place = row.indexOf(stop)
    const least = Math.max(0, place - count - kept + 1)
    const most = Math.min(place, length - count - kept)
    const from = least + chance.below(most - least + 1)
    const before = kept === 0 ? count : 1 + chance.below(count - 1)
    for (let index = 0; index < count; index++) taken[index] = row[from + index + (index < before ? 0 : kept)]!
    for (let index = 0; index < count; index++) this.take(taken[index]!)
  }

  private take(stop: number) {
    const { plan } = this
    if (plan.vehicleOf[stop] === none) return
    const { mate, behind, count, isChained } = plan.day
    plan.take(stop)
    if (mate[stop] !== none) this.take(mate[stop]!)
    if (isChained) for (let other = 0; other < count; other++) if (behind[other] === stop) this.take(other)
  }
}

function nearest({ day }: Plan) {
  const { at, places, metres, count } = day
  const far = (a: number, b: number) => metres[at[a]! * places + at[b]!]! + metres[at[b]! * places + at[a]!]!
  const stops = Array.from({ length: count }, (_, stop) => stop)
  return stops.map((stop) =>
    Int32Array.from(stops).sort((a, b) => Number(b === stop) - Number(a === stop) || far(stop, a) - far(stop, b)),
  )
}
