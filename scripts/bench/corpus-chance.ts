import { type Chance, chanceFrom } from '#scripts/demo/chance.ts'

/** Chance with the shapes real stocks have: few things often, many things rarely. */
export function skewedChance(seed: number) {
  const chance = chanceFrom(seed)
  /** One of the first far more often than one of the last. */
  const skewed = <Thing>(things: readonly Thing[], power = 2): Thing =>
    things[Math.floor(things.length * chance.next() ** power)] as Thing
  /** Around 0, two thirds within 1. */
  const bell = () => Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next())
  return { ...chance, skewed, bell }
}

export type SkewedChance = Chance & ReturnType<typeof skewedChance>
