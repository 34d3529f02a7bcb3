import type { Charges } from './charges.ts'

/**
 * Partial routes, each by the node where it ends: a structure of arrays, since there are millions. The next one is written at
 * `size`, and then kept or not. Of two at a node one is enough when the other is nowhere better, whatever comes after.
 */
export class Labels {
  size = 0
  node = new Int32Array(first)
  parent = new Int32Array(first)
  memory = new Int32Array(first)
  cost = new Float64Array(first)
  time = new Float64Array(first)
  load = new Float64Array(first)
  gone = new Uint8Array(first)
  /** So many words for each: the cuts of which it has visited an odd number of customers. */
  odd = new Int32Array(first)
  #charges: Charges
  #rough = false
  #at: number[][] = []

  constructor(charges: Charges) {
    this.#charges = charges
  }

  /** Where labels are compared in part only, there are few: those that are left are good, but not all that are needed. */
  clear(count: number, charges: Charges, rough: boolean) {
    this.size = 0
    this.#charges = charges
    this.#rough = rough
    this.#at = Array.from({ length: count }, () => [])
    this.#makeRoom()
  }

  /** From the cheapest. */
  at(node: number): readonly number[] {
    return this.#at[node]!
  }

  keep(): boolean {
    const id = this.size
    const others = this.#at[this.node[id]!]!
    let place = 0
    for (; place < others.length && this.cost[others[place]!]! <= this.cost[id]!; place++)
      if (this.#coversFor(others[place]!, id)) return false
    let kept = place
    for (let index = place; index < others.length; index++) {
      const other = others[index]!
      if (this.#coversFor(id, other)) this.gone[other] = 1
      else others[kept++] = other
    }
    others.length = kept
    others.splice(place, 0, id)
    this.gone[id] = 0
    this.size++
    this.#makeRoom()
    return true
  }

  /** Whether one that costs no more can do all that the other can, and for no more in the end. */
  #coversFor(one: number, other: number): boolean {
    if (this.time[one]! > this.time[other]! || this.load[one]! > this.load[other]!) return false
    if (this.#rough) return true
    if ((this.memory[one]! & ~this.memory[other]!) !== 0) return false
    const { words } = this.#charges
    let spare = this.cost[other]! - this.cost[one]!
    for (let word = 0; word < words; word++) {
      const only = this.odd[one * words + word]! & ~this.odd[other * words + word]!
      if (only !== 0 && (spare -= this.#charges.of(only, word)) < 0) return false
    }
    return true
  }

  #makeRoom() {
    const room = this.size < this.node.length ? this.node.length : this.node.length * 2
    if (room > this.node.length) {
      for (const name of ['node', 'parent', 'memory'] as const) this[name] = grown(this[name], new Int32Array(room))
      for (const name of ['cost', 'time', 'load'] as const) this[name] = grown(this[name], new Float64Array(room))
      this.gone = grown(this.gone, new Uint8Array(room))
    }
    const words = room * this.#charges.words
    if (words > this.odd.length) this.odd = grown(this.odd, new Int32Array(words))
  }
}

const first = 1 << 14

function grown<T extends Int32Array | Float64Array | Uint8Array>(small: T, large: T): T {
  large.set(small)
  return large
}
