import type { Chance } from '../chance.ts'
import type { Network } from './network.ts'
import { nowhere, type Tours } from './tours.ts'

const blink = 0.01

/** Greedy insertion with blinks (Christiaens & Vanden Berghe, 2020). A van at home is one more place: fewer are no aim. */
export class Recreate {
  private readonly tours: Tours
  private readonly chance: Chance
  private readonly orders: Float64Array[]
  private tour = nowhere
  private before = 0
  private best = 0

  constructor(tours: Tours, chance: Chance) {
    this.tours = tours
    this.chance = chance
    this.orders = ordersOf(tours.network)
  }

  run() {
    const { tours } = this
    const { away } = tours
    const { penalty } = tours.network
    this.sort()
    const count = tours.absent
    tours.absent = 0
    for (let index = 0; index < count; index++) {
      const stop = away[index]!
      this.find(stop)
      if (this.tour === nowhere) away[tours.absent++] = stop
      else {
        tours.insert(stop, this.tour, this.before)
        tours.cost += this.best - penalty[stop]!
      }
    }
  }

  private sort() {
    const { tours, chance, orders } = this
    const { away, absent } = tours
    chance.shuffle(away, absent)
    const rank = orders[chance.below(orders.length)]!
    if (rank.length === 0) return
    for (let index = 1; index < absent; index++) {
      const stop = away[index]!
      let place = index
      for (; place > 0 && rank[away[place - 1]!]! > rank[stop]!; place--) away[place] = away[place - 1]!
      away[place] = stop
    }
  }

  private find(stop: number) {
    const { tours, chance } = this
    const { first, next, length, load, leave, latest, ahead, out, network } = tours
    const { road, roadBack, time, timeBack, size } = network
    const row = stop * size
    const [opens, closes, work] = [network.ready[stop]!, network.due[stop]!, network.service[stop]!]
    const room = network.capacity - network.demand[stop]!
    let best = Number.POSITIVE_INFINITY
    let [bestTour, bestBefore, empty] = [nowhere, 0, nowhere]
    for (let tour = 0; tour < length.length; tour++) {
      if (length[tour] === 0) empty = tour
      if (length[tour] === 0 || load[tour]! > room) continue
      let before = 0
      let after = first[tour]!
      let straight = out[tour]!
      for (;;) {
        const free = leave[before]!
        if (free > closes) break
        const detour = roadBack[row + before]! + road[row + after]! - straight
        if (detour < best) {
          const arrival = free + timeBack[row + before]!
          const begin = arrival > opens ? arrival : opens
          if (begin <= closes && begin + work + time[row + after]! <= latest[after]! && chance.next() >= blink) {
            best = detour
            bestTour = tour
            bestBefore = before
          }
        }
        if (after === 0) break
        before = after
        after = next[before]!
        straight = ahead[before]!
      }
    }
    if (empty !== nowhere && room >= 0 && this.alone(stop) < best && chance.next() >= blink) {
      best = this.alone(stop)
      bestTour = empty
      bestBefore = 0
    }
    this.best = best
    this.tour = bestTour
    this.before = bestBefore
  }

  /** The road of a van that goes nowhere else; infinite when even that cannot be done. */
  private alone(stop: number) {
    const { network, leave } = this.tours
    const { road, roadBack, time, timeBack, size, ready, due, service } = network
    const row = stop * size
    const begin = Math.max(ready[stop]!, leave[0]! + timeBack[row]!)
    const isInTime = begin <= due[stop]! && begin + service[stop]! + time[row]! <= due[0]!
    return isInTime ? roadBack[row]! + road[row]! : Number.POSITIVE_INFINITY
  }
}

/** By chance, heavy first, far first, near first, and by the window: short, early, late first; as often as in the paper. */
function ordersOf({ size, demand, road, ready, due }: Network): Float64Array[] {
  const by = (rank: (stop: number) => number) => Float64Array.from({ length: size }, (_, stop) => rank(stop))
  const none = new Float64Array(0)
  const heavy = by((stop) => -demand[stop]!)
  const far = by((stop) => -road[stop]!)
  const close = by((stop) => road[stop]!)
  const short = by((stop) => due[stop]! - ready[stop]!)
  const early = by((stop) => ready[stop]!)
  const late = by((stop) => -due[stop]!)
  return [none, none, none, none, heavy, heavy, heavy, heavy, far, far, close, short, short, early, early, late, late]
}
