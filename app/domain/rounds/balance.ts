import type { RoundMoveKind, RoundMoveRow } from '#db/schema/rounds.ts'

export type Balance = Record<RoundMoveKind, number> & {
  /** Grams that went aboard and of which nobody has said where they are; below nothing when more left than came. */
  open: number
}

/** Whole grams by kind. A round may close when `open` is 0 (invariant 11). */
export function balanceOf(moves: readonly Pick<RoundMoveRow, 'kind' | 'grams'>[]): Balance {
  const sums = { collected: 0, hub_out: 0, delivered: 0, hub_in: 0, disposed: 0, difference: 0 }
  for (const { kind, grams } of moves) sums[kind] += grams
  const aboard = sums.collected + sums.hub_out
  return { ...sums, open: aboard - sums.delivered - sums.hub_in - sums.disposed - sums.difference }
}
