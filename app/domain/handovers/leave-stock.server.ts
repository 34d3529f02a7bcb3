import type { Trx } from '#db/database.ts'
import type { HandoverRow, MassLedgerRow, StockLotRow } from '#db/schema/handovers.ts'
import type { Act } from '../act.ts'
import { broughtBy, type Said } from './arrive-in-stock.server.ts'
import { countDifference } from './count-difference.server.ts'
import { lockStockLot, moveStock } from './move-stock.server.ts'

type Out = { handover: HandoverRow; lotId: string; said: Said; key: string }

/**
 * Before goods leave a stock lot: where more leaves than it holds, by count or by scale, the surplus is counted in first as
 * a difference of its own. A stock is never negative, and never quietly made to fit.
 */
export async function countSurplus(trx: Trx, act: Act, { handover, lotId, said, key }: Out) {
  const lot = await stockLot(trx, lotId)
  const more = await leavesMore(trx, handover.id, lot, said)
  const surplus = { quantity: Math.max(0, more.quantity - lot.quantity), grams: Math.max(0, more.grams - lot.grams) }
  if (surplus.quantity === 0 && surplus.grams === 0) return
  const how = { kind: 'counted', reason: 'more_than_held', grade: said.grade } as const
  if (!(await countDifference(trx, act, lot, { ...surplus, ...how, key: `${key}:surplus` })))
    throw new Error(`no surplus of ${lot.code} could be counted`)
}

/**
 * Goods leave a stock lot, or a correction takes some of them back: by the difference to what this handover took before.
 * What an empty lot still holds in grams was never there: it is counted off with a reason.
 */
export async function leaveStock(
  trx: Trx,
  act: Act,
  { handover, lotId, said, key }: Out,
  { kind, entry, reason }: { kind: 'left' | 'corrected'; entry: MassLedgerRow | undefined; reason: string },
) {
  const before = await stockLot(trx, lotId)
  const more = await leavesMore(trx, handover.id, before, said)
  const lot = await moveStock(trx, act, lotId, {
    kind,
    quantity: -more.quantity,
    grams: -more.grams,
    handover_id: handover.id,
    ledger_entry_id: entry?.id ?? null,
    reason,
    idempotency_key: key,
    ...gradeAfter(before, said, more.grams),
  })
  if (!lot) throw new Error(`${before.code} held less than left it`)
  if (lot.quantity > 0 || lot.grams === 0) return
  const rest = { quantity: 0, grams: -lot.grams, kind: 'counted', reason: 'nothing_left', grade: lot.grade } as const
  if (!(await countDifference(trx, act, lot, { ...rest, key: `${key}:rest` })))
    throw new Error(`the rest of ${lot.code} could not be counted off`)
}

// Grams that come back into a lot of which nobody knew any are known as the handover knew them.
function gradeAfter(lot: StockLotRow, said: Said, grams: number) {
  if (grams >= 0 || lot.grade !== 'E') return {}
  return { grade: said.grade === 'E' ? ('D' as const) : said.grade }
}

async function leavesMore(trx: Trx, handoverId: string, lot: StockLotRow, said: Said) {
  const before = await broughtBy(trx, handoverId, lot.id)
  return { quantity: said.quantity + before.quantity, grams: said.grams + before.grams }
}

/** The stock lot that a handover took from, or undefined when it came out of no stock. */
export function lotOfLeaving(trx: Trx, handoverId: string) {
  return trx
    .selectFrom('stock_moves')
    .select('lot_id')
    .where('handover_id', '=', handoverId)
    .where('kind', '=', 'left')
    .executeTakeFirst()
}

async function stockLot(trx: Trx, lotId: string) {
  const lot = await lockStockLot(trx, lotId)
  if (!lot) throw new Error(`stock lot ${lotId} is gone`)
  return lot
}
