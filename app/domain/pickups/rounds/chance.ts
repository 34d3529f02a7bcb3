/** Numbers by chance that repeat themselves for a seed: Marsaglia's xorshift of 32 bits (2003). */
export class Chance {
  private state: number

  constructor(seed: number) {
    this.state = Math.imul(seed + 1, 0x9e3779b1) | 0 || 1
    for (let round = 0; round < 8; round++) this.bits()
  }

  /** At least 0, less than 1. */
  next() {
    return (this.bits() >>> 0) / 4_294_967_296
  }

  /** A whole number from 0 to before `end`. */
  below(end: number) {
    return Math.floor(this.next() * end)
  }

  shuffle(list: Int32Array, count: number) {
    for (let index = count - 1; index > 0; index--) {
      const other = this.below(index + 1)
      const kept = list[index]!
      list[index] = list[other]!
      list[other] = kept
    }
  }

  private bits() {
    let x = this.state
    x ^= x << 13
    x ^= x >>> 17
    x ^= x << 5
    return (this.state = x)
  }
}
