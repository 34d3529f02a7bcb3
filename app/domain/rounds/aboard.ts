import type { RoundMoveRow } from '#db/schema/rounds.ts'

type Move = Pick<RoundMoveRow, 'kind' | 'grams' | 'quantity'> & { claim_id: string | null }

/**
 * What of each claim's goods is in the van, in grams and in the lot's unit: that which came aboard and did not leave. It is
 * the quantity that counts: two scales differ in grams, and with the last piece nothing is left.
 */
export function goodsAboard(moves: readonly Move[]) {
  const aboard = new Map<string, { grams: number; quantity: number }>()
  for (const { kind, grams, quantity, claim_id } of moves) {
    if (claim_id === null || kind === 'difference') continue
    const before = aboard.get(claim_id) ?? { grams: 0, quantity: 0 }
    const sign = kind === 'collected' || kind === 'hub_out' ? 1 : -1
    const after = { grams: Math.max(0, before.grams + sign * grams), quantity: before.quantity + sign * quantity }
    if (after.quantity > 0) aboard.set(claim_id, after)
    else aboard.delete(claim_id)
  }
  return aboard
}
