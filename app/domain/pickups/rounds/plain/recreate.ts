import type { Chance } from '../chance.ts'
import type { Network } from './network.ts'
import { nowhere, type Tours } from './tours.ts'

/** One place in a hundred is not seen, so that the same ruin does not always end the same. */
const blink = 0.01

/**
 * Puts what is away back where it costs least: greedy insertion with blinks in one of several orders (Christiaens & Vanden
 * Berghe, 2020). A van that stays at home is one more place: fewer vans is no aim of its own.
 */
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
    const { first, length, load, network } = tours
    const { capacity, demand, road, size, ready, service, timeBack, time, due, vans } = network
    const room = capacity - demand[stop]!
    const row = stop * size
    let empty = nowhere
    this.tour = nowhere
    this.best = Number.POSITIVE_INFINITY
    for (let tour = 0; tour < vans; tour++) {
      if (length[tour] === 0) empty = tour
      else if (load[tour]! <= room) this.findIn(tour, stop, first[tour]!)
    }
    if (empty === nowhere || demand[stop]! > capacity) return
    const alone = road[stop]! + road[row]!
    const begin = Math.max(ready[stop]!, tours.leave[0]! + timeBack[row]!)
    if (alone >= this.best || begin > due[stop]! || begin + service[stop]! + time[row]! > due[0]!) return
    if (chance.next() < blink) return
    this.best = alone
    this.tour = empty
    this.before = 0
  }

  private findIn(tour: number, stop: number, first: number) {
    const { next, leave, latest, network } = this.tours
    const { road, roadBack, time, timeBack, size, ready, due, service } = network
    const row = stop * size
    const [opens, closes, work] = [ready[stop]!, due[stop]!, service[stop]!]
    let before = 0
    let after = first
    for (;;) {
      if (leave[before]! > closes) return
      const detour = roadBack[row + before]! + road[row + after]! - road[before * size + after]!
      if (detour < this.best) {
        const arrival = leave[before]! + timeBack[row + before]!
        const begin = arrival > opens ? arrival : opens
        if (begin <= closes && begin + work + time[row + after]! <= latest[after]! && this.chance.next() >= blink) {
          this.best = detour
          this.tour = tour
          this.before = before
        }
      }
      if (after === 0) return
      before = after
      after = next[before]!
    }
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
