import type { Prices } from './cuts.ts'

/** What the cuts that bind charge a route: each has its bit in one of the words, and charges at every second visit. */
export class Charges {
  readonly words: number
  readonly #pays: Float64Array
  readonly #of: Int32Array

  constructor(count: number, cuts: Prices['cuts']) {
    this.words = Math.ceil(cuts.length / 32)
    this.#pays = new Float64Array(this.words * 32)
    this.#of = new Int32Array(count * this.words)
    for (const [index, { cut, pays }] of cuts.entries()) {
      this.#pays[index] = pays
      for (const node of cut) this.#of[node * this.words + (index >> 5)]! |= 1 << (index & 31)
    }
  }

  /** The cuts of a word in which a node is. */
  at(node: number, word: number): number {
    return this.#of[node * this.words + word]!
  }

  of(cuts: number, word: number): number {
    let sum = 0
    for (let left = cuts; left !== 0; left &= left - 1) sum += this.#pays[word * 32 + 31 - Math.clz32(left & -left)]!
    return sum
  }
}
