import type { Chance } from '../chance.ts'
import { nowhere, type Tours } from './tours.ts'

const mostInString = 10
const removedOnAverage = 10
const splits = 0.5
const splitGrows = 0.01

/** Adjacent string removal: Christiaens & Vanden Berghe, "Slack induction by string removals for vehicle routing", 2020. */
export class Ruin {
  private readonly tours: Tours
  private readonly chance: Chance
  private readonly ruined: Int32Array
  private round = 0

  constructor(tours: Tours, chance: Chance) {
    this.tours = tours
    this.chance = chance
    this.ruined = new Int32Array(tours.network.vans)
  }

  run() {
    const { tours, chance, ruined } = this
    const { near, size } = tours.network
    const round = ++this.round
    const longest = Math.min(mostInString, this.averageLength())
    let strings = Math.floor(1 + chance.next() * ((4 * removedOnAverage) / (1 + longest) - 1))
    const seed = 1 + chance.below(size - 1)
    for (let rank = 0; rank < size - 1 && strings > 0; rank++) {
      const stop = near[seed * (size - 1) + rank]!
      const tour = tours.tourOf[stop]!
      if (tour === nowhere || ruined[tour] === round) continue
      ruined[tour] = round
      strings--
      const count = 1 + chance.below(Math.min(tours.length[tour]!, longest))
      if (count > 1 && chance.next() < splits) this.takeSplit(tour, stop, count)
      else this.takeString(tour, stop, count)
      tours.refresh(tour)
    }
  }

  private averageLength() {
    const { length, absent, network } = this.tours
    let used = 0
    for (let tour = 0; tour < length.length; tour++) if (length[tour]! > 0) used++
    return used === 0 ? 1 : Math.max(1, Math.floor((network.size - 1 - absent) / used))
  }

  private takeString(tour: number, stop: number, count: number) {
    const from = this.begin(tour, stop, count)
    this.tours.cut(tour, from, this.ahead(from, count - 1))
  }

  /** A longer string, of which a piece inside stays. */
  private takeSplit(tour: number, stop: number, count: number) {
    const { tours, chance } = this
    let kept = 1
    while (count + kept < tours.length[tour]! && chance.next() > splitGrows) kept++
    kept = Math.min(kept, tours.length[tour]! - count)
    const from = this.begin(tour, stop, count + kept)
    const before = kept === 0 ? count : 1 + chance.below(count - 1)
    const end = this.ahead(from, before - 1)
    const again = before < count ? this.ahead(end, kept + 1) : end
    const last = this.ahead(again, count - before - 1)
    tours.cut(tour, from, end)
    if (before < count) tours.cut(tour, again, last)
  }

  /** Where a string of so many stops begins that holds the stop, by chance among all such. */
  private begin(tour: number, stop: number, count: number) {
    const { tours, chance } = this
    let place = 0
    for (let at = stop; tours.previous[at] !== 0; at = tours.previous[at]!) place++
    const least = Math.max(0, place - count + 1)
    const most = Math.min(place, tours.length[tour]! - count)
    let back = place - least - chance.below(most - least + 1)
    let from = stop
    while (back-- > 0) from = tours.previous[from]!
    return from
  }

  private ahead(stop: number, steps: number) {
    let at = stop
    for (let step = 0; step < steps; step++) at = this.tours.next[at]!
    return at
  }
}
