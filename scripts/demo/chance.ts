/** Chance that is the same at every run (mulberry32, public domain): the neighbourhood is made from one seed. */
export function chanceFrom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <Thing>(things: readonly Thing[]): Thing => things[whole(0, things.length - 1)] as Thing
  return { next, whole, pick, happens: (share: number) => next() < share }
}

export type Chance = ReturnType<typeof chanceFrom>
