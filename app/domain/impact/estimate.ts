/** Grams of one group of masses that err together: their sum, and how far it may be off either way. */
export type Group = { typ_g: number; down_g: number; up_g: number }

/** Whole grams, low ≤ typ ≤ high, low never below zero. */
export type Range = { low_g: number; typ_g: number; high_g: number }

/**
 * The range of a sum of masses (impact accounting §5.4): `U = sqrt(Σ_groups (Σ_i u_i)²)`, low and high apart. Within a group
 * the same table value or the same person's guess is wrong the same way each time, so errors add up in full; different
 * groups are independent, so they partly cancel. A mass weighed on its own is a group of its own.
 */
export function rangeOf(groups: readonly Group[]): Range {
  const sum = { typ_g: 0, down: 0, up: 0 }
  for (const { typ_g, down_g, up_g } of groups) {
    sum.typ_g += typ_g
    sum.down += down_g * down_g
    sum.up += up_g * up_g
  }
  return spread(sum.typ_g, sum.down, sum.up)
}

/** The same from sums of squares, as a database gives them. */
export function spread(typ_g: number, down_squared: number, up_squared: number): Range {
  const low_g = Math.max(0, typ_g - Math.round(Math.sqrt(down_squared)))
  return { low_g, typ_g, high_g: typ_g + Math.round(Math.sqrt(up_squared)) }
}

/** A part of a whole between 0 and 1; 0 of nothing. */
export function ratio(part: number, whole: number) {
  return whole > 0 ? part / whole : 0
}
