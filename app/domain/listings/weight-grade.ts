export type { Grade } from '#db/schema/listings.ts'

import type { Grade } from '#db/schema/listings.ts'

/** Whole grams, 0 < low ≤ typ ≤ high. */
export type Band = { low: number; typ: number; high: number }

/** A scale ±2 %, a document ±10 %, an estimate ±30 %, a declaration from half to double. */
const spread = { A: [0.98, 1.02], B: [0.9, 1.1], C: [0.7, 1.3], D: [0.5, 2] } as const satisfies Record<
  Exclude<Grade, 'E'>,
  readonly [number, number]
>

/**
 * The band a mass of `typ` grams has by how it is known (impact accounting §5.4, default half-widths).
 * Grade E is not here: what is not known has no grams.
 */
export function gradeBand(grade: Exclude<Grade, 'E'>, typ: number): Band {
  const [down, up] = spread[grade]
  return { low: Math.max(1, Math.round(typ * down)), typ, high: Math.round(typ * up) }
}

/**
 * The grams of `part` units out of a lot, when `before` units have already left it. The typical grams of parts taken one
 * after the other add up to the whole exactly, whatever their sizes: what rounding gives to one it takes from the next.
 * A part lighter than a gram may come out as 0.
 */
export function weightOf(part: number, whole: Band & { total: number }, before = 0): Band {
  const low = share(whole.low, whole.total, before, part)
  const typ = share(whole.typ, whole.total, before, part)
  const high = share(whole.high, whole.total, before, part)
  return { low: Math.min(low, typ), typ, high: Math.max(high, typ) }
}

// A lot of 100 t in cm² passes what a float holds exactly.
function share(grams: number, total: number, before: number, part: number) {
  const upTo = (units: number) => (BigInt(grams) * BigInt(units)) / BigInt(total)
  return Number(upTo(before + part) - upTo(before))
}
