import type { Network } from './network.ts'

const depot = 0
export const nowhere = -1

/**
 * Tours as linked lists: what follows the last stop of a tour, and goes before its first, is the depot. Each stop knows the
 * earliest time it can be left and the latest it may be reached, so that an insertion is judged in constant time (Savelsbergh,
 * 1985; Campbell & Savelsbergh, 2004).
 */
export class Tours {
  readonly network: Network
  readonly next: Int32Array
  readonly previous: Int32Array
  readonly tourOf: Int32Array
  readonly leave: Float64Array
  readonly latest: Float64Array
  readonly first: Int32Array
  readonly last: Int32Array
  /** The road from each stop to what follows it, and from the depot to the first of each tour. */
  readonly ahead: Float64Array
  readonly out: Float64Array
  readonly length: Int32Array
  readonly load: Float64Array
  /** Stops that are in no tour, of which the first `absent` count. */
  readonly away: Int32Array
  absent = 0
  cost = 0

  constructor(network: Network) {
    const { size, vans } = network
    this.network = network
    this.next = new Int32Array(size)
    this.previous = new Int32Array(size)
    this.tourOf = new Int32Array(size).fill(nowhere)
    this.leave = new Float64Array(size)
    this.latest = new Float64Array(size)
    this.leave[depot] = network.ready[depot]! + network.service[depot]!
    this.latest[depot] = network.due[depot]!
    this.first = new Int32Array(vans)
    this.last = new Int32Array(vans)
    this.ahead = new Float64Array(size)
    this.out = new Float64Array(vans)
    this.length = new Int32Array(vans)
    this.load = new Float64Array(vans)
    this.away = new Int32Array(size)
    for (let stop = 1; stop < size; stop++) this.away[this.absent++] = stop
    this.count()
  }

  copy(from: Tours) {
    this.next.set(from.next)
    this.previous.set(from.previous)
    this.tourOf.set(from.tourOf)
    this.leave.set(from.leave)
    this.latest.set(from.latest)
    this.first.set(from.first)
    this.last.set(from.last)
    this.ahead.set(from.ahead)
    this.out.set(from.out)
    this.length.set(from.length)
    this.load.set(from.load)
    this.away.set(from.away)
    this.absent = from.absent
    this.cost = from.cost
  }

  /** Sums the cost anew: adding and taking away leaves a trace of rounding. */
  count() {
    const { road, size, penalty } = this.network
    this.cost = 0
    for (let index = 0; index < this.absent; index++) this.cost += penalty[this.away[index]!]!
    for (let tour = 0; tour < this.first.length; tour++) {
      let stop = this.first[tour]!
      if (stop === depot) continue
      this.cost += road[stop]!
      for (; stop !== depot; stop = this.next[stop]!) this.cost += road[stop * size + this.next[stop]!]!
    }
  }

  /** What is driven for a stop on average; penalties, of another order, are no part of it. */
  roadForEach() {
    const { away, absent, network } = this
    let road = this.cost
    for (let index = 0; index < absent; index++) road -= network.penalty[away[index]!]!
    return road / Math.max(1, network.size - 1 - absent)
  }

  /** Puts a stop that is away behind another of the tour, or first when that is the depot. Does not touch `away`. */
  insert(stop: number, tour: number, before: number) {
    const after = before === depot ? this.first[tour]! : this.next[before]!
    this.link(tour, before, stop)
    this.link(tour, stop, after)
    this.tourOf[stop] = tour
    this.length[tour]!++
    this.load[tour]! += this.network.demand[stop]!
    this.setLeave(stop)
    this.setLatest(stop)
    this.forward(after)
    this.backward(before)
  }

  /** Cuts out the stops from `from` to `to`, and leaves the tour's times to `refresh`. */
  cut(tour: number, from: number, to: number) {
    const { demand, penalty, road, roadBack, size } = this.network
    const before = this.previous[from]!
    const after = this.next[to]!
    this.cost -= roadBack[from * size + before]!
    for (let stop = from; ; stop = this.next[stop]!) {
      this.tourOf[stop] = nowhere
      this.length[tour]!--
      this.load[tour]! -= demand[stop]!
      this.away[this.absent++] = stop
      this.cost += penalty[stop]! - road[stop * size + this.next[stop]!]!
      if (stop === to) break
    }
    if (this.length[tour]! > 0) this.cost += road[before * size + after]!
    else this.load[tour] = 0
    this.link(tour, before, after)
  }

  refresh(tour: number) {
    for (let stop = this.first[tour]!; stop !== depot; stop = this.next[stop]!) this.setLeave(stop)
    for (let stop = this.last[tour]!; stop !== depot; stop = this.previous[stop]!) this.setLatest(stop)
  }

  private link(tour: number, before: number, after: number) {
    const road = this.network.road[before * this.network.size + after]!
    if (before === depot) {
      this.first[tour] = after
      this.out[tour] = road
    } else {
      this.next[before] = after
      this.ahead[before] = road
    }
    if (after === depot) this.last[tour] = before
    else this.previous[after] = before
  }

  private forward(from: number) {
    for (let stop = from; stop !== depot; stop = this.next[stop]!) {
      const known = this.leave[stop]!
      this.setLeave(stop)
      if (this.leave[stop] === known) return
    }
  }

  private backward(from: number) {
    for (let stop = from; stop !== depot; stop = this.previous[stop]!) {
      const known = this.latest[stop]!
      this.setLatest(stop)
      if (this.latest[stop] === known) return
    }
  }

  private setLeave(stop: number) {
    const { timeBack, size, ready, service } = this.network
    const before = this.previous[stop]!
    const arrival = this.leave[before]! + timeBack[stop * size + before]!
    this.leave[stop] = (arrival > ready[stop]! ? arrival : ready[stop]!) + service[stop]!
  }

  private setLatest(stop: number) {
    const { time, size, due, service } = this.network
    const after = this.next[stop]!
    const latest = this.latest[after]! - time[stop * size + after]! - service[stop]!
    this.latest[stop] = latest < due[stop]! ? latest : due[stop]!
  }
}
