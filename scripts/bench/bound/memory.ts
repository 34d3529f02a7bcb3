import type { Network } from './network.ts'

/**
 * What a route still knows of where it was. On its way it forgets a customer at the first node that is not near it, and may then
 * come back: the ng-routes of Baldacci, Mingozzi and Roberti, “New Route Relaxation and Pricing Strategies for the Vehicle
 * Routing Problem”, Operations Research 59(5), 2011. A memory is a set of bits, one for each near node: the lowest is the node.
 */
export class Memory {
  readonly #sets: number
  readonly #count: number
  readonly #after: Int16Array

  /** For so many customers that each remembers, itself included. */
  constructor({ count, distance }: Network, most: number) {
    const near = Array.from({ length: count }, (_, i) => nearest(i, count, distance).slice(0, most))
    this.#count = count
    this.#sets = 1 << Math.min(most, count)
    this.#after = new Int16Array(count * count * this.#sets)
    for (const [i, from] of near.entries())
      for (const [j, to] of near.entries())
        if (i !== j && j > 0) fill(this.#after.subarray(this.#at(i, j), this.#at(i, j + 1)), from, to)
  }

  /** Below 0 where the way from one node to the other leads to a remembered customer. */
  after(set: number, from: number, to: number): number {
    return this.#after[this.#at(from, to) + set]!
  }

  #at(from: number, to: number) {
    return (from * this.#count + to) * this.#sets
  }
}

function nearest(i: number, count: number, distance: Float64Array): number[] {
  if (i === 0) return []
  const far = (j: number) => (j === i ? -1 : distance[i * count + j]!)
  const customers = Array.from({ length: count - 1 }, (_, index) => index + 1)
  return customers.sort((a, b) => far(a) - far(b))
}

function fill(after: Int16Array, from: number[], to: number[]) {
  const bits = from.map((node) => (node === to[0] ? -1 : to.includes(node) ? 1 << to.indexOf(node) : 0))
  after[0] = 1
  for (let set = 1; set < 1 << from.length; set++) {
    const [rest, bit] = [after[set & (set - 1)]!, bits[31 - Math.clz32(set & -set)]!]
    after[set] = rest < 0 || bit < 0 ? -1 : rest | bit
  }
}
