import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { isRefusal, refused } from '../refusal.ts'
import { stockLotInCare } from './find-stock-lot.server.ts'
import { moveStock } from './move-stock.server.ts'
import { gradeOfBoth } from './stock-lot.ts'

/**
 * Puts a stock lot together with another one of its hub, of the same material and unit; it ends, and its code with it.
 * Grams are known as well as the worse of the two. Lots that came in by different listings make a mixed one. The same form
 * sent twice (`key`) merges once.
 */
export async function mergeStock(trx: Trx, act: Act, intoId: string, { from, key }: { from: string; key: string }) {
  if (from === intoId) return refused('same-lot')
  const [into, other] = [await stockLotInCare(trx, act, intoId), await stockLotInCare(trx, act, from)]
  if (isRefusal(into)) return into
  if (isRefusal(other)) return other
  if (await wasMade(trx, key)) return { lot: into.lot }
  if (into.offered ?? other.offered) return refused('stock-offered')
  const [kept, gone] = [into.lot, other.lot]
  if (kept.ended_at !== null || gone.ended_at !== null) return refused('stock-gone')
  if (kept.hub_id !== gone.hub_id) return refused('not-yours')
  if (kept.material_key !== gone.material_key || kept.unit !== gone.unit) return refused('not-the-same-material')

  const { quantity, grams } = gone
  const out = { kind: 'merged_out', quantity: -quantity, grams: -grams, other_lot_id: intoId } as const
  const isOut = await moveStock(trx, act, from, { ...out, idempotency_key: `${key}:out` })
  const grade = gradeOfBoth(kept, gone)
  const merged = { kind: 'merged_in', quantity, grams, grade, other_lot_id: from } as const
  const isIn = isOut && (await moveStock(trx, act, intoId, { ...merged, idempotency_key: `${key}:in` }))
  if (!isIn) return refused('stock-changed')
  const is_mixed = kept.is_mixed === 1 || gone.is_mixed === 1 || kept.origin_listing_id !== gone.origin_listing_id
  await trx
    .updateTable('stock_lots')
    .set({ is_mixed: is_mixed ? 1 : 0 })
    .where('id', '=', intoId)
    .execute()
  return { lot: { ...isIn, is_mixed: is_mixed ? (1 as const) : (0 as const) } }
}

async function wasMade(trx: Trx, key: string) {
  const move = trx.selectFrom('stock_moves').select('id').where('idempotency_key', '=', `${key}:in`)
  return (await move.executeTakeFirst()) !== undefined
}
