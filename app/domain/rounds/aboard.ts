import type { RoundMoveRow } from '#db/schema/rounds.ts'

/** Grams of each claim's goods that are in the van: those that came aboard and did not leave. */
export function gramsAboard(moves: readonly (Pick<RoundMoveRow, 'kind' | 'grams'> & { claim_id: string | null })[]) {
  const aboard = new Map<string, number>()
  for (const { kind, grams, claim_id } of moves) {
    if (claim_id === null || kind === 'difference') continue
    if (kind === 'collected' || kind === 'hub_out') aboard.set(claim_id, (aboard.get(claim_id) ?? 0) + grams)
    else aboard.delete(claim_id)
  }
  return aboard
}
