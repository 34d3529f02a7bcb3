import type { Trx } from '#db/database.ts'
import type { StockLotRow } from '#db/schema/handovers.ts'
import type { Act } from '../act.ts'
import { isRefusal, refused } from '../refusal.ts'
import { newStockLot } from './arrive-in-stock.server.ts'
import { partsMadeBy, stockLotInCare } from './find-stock-lot.server.ts'
import { moveStock } from './move-stock.server.ts'
import { gradeOfPart, gramsOfParts, type Part } from './stock-lot.ts'

/**
 * Takes parts off a stock lot, each a lot of its own with a new code; the lot keeps the rest, of which there must be some.
 * A part's grams are those weighed, or its share: parts and rest add up to the lot to the gram. The same form sent twice
 * (`key`) splits once.
 */
export async function splitStock(
  trx: Trx,
  act: Act,
  lotId: string,
  { parts, key }: { parts: readonly Part[]; key: string },
) {
  const found = await stockLotInCare(trx, act, lotId)
  if (isRefusal(found)) return found
  const made = await partsMadeBy(trx, lotId, key)
  if (made.length > 0) return { lots: made }
  if (found.offered) return refused('stock-offered')
  const taken = parts.reduce((sum, { quantity }) => sum + quantity, 0)
  if (parts.length === 0 || parts.some(({ quantity }) => quantity < 1)) return refused('nothing-to-split')
  if (taken >= found.lot.quantity) return refused('nothing-stays')
  const grams = gramsOfParts(found.lot, parts)
  if (!grams) return refused('heavier-than-lot')

  const lots: StockLotRow[] = []
  for (const [at, { quantity, grams: weighed }] of parts.entries()) {
    const grade = weighed === null ? gradeOfPart(found.lot.grade) : found.lot.grade
    const part = { quantity, grams: grams[at] ?? 0, grade }
    const child = await splitOff(trx, act, found.lot, part, `${key}:in:${at}`)
    if (!child) return refused('stock-changed')
    lots.push(child)
  }
  return { lots }
}

type Child = { quantity: number; grams: number; grade: StockLotRow['grade'] }

async function splitOff(trx: Trx, act: Act, from: StockLotRow, { quantity, grams, grade }: Child, key: string) {
  const { hub_id, origin_listing_id, is_mixed, material_key, title, unit, bay_id, arrived_at } = from
  const same = { hub_id, origin_listing_id, is_mixed, material_key, title, unit, bay_id, arrived_at }
  const child = await newStockLot(trx, act, { ...same, parent_id: from.id })
  const rest = gradeOfPart(from.grade)
  const out = { kind: 'split_out', quantity: -quantity, grams: -grams, other_lot_id: child.id, grade: rest } as const
  if (!(await moveStock(trx, act, from.id, { ...out, idempotency_key: key.replace(':in:', ':out:') }))) return undefined
  return moveStock(trx, act, child.id, {
    kind: 'split_in',
    quantity,
    grams,
    grade,
    other_lot_id: from.id,
    idempotency_key: key,
  })
}
