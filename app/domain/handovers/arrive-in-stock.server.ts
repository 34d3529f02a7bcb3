import type { Trx } from '#db/database.ts'
import type { HandoverRow, MassLedgerRow, StockLotRow } from '#db/schema/handovers.ts'
import type { Grade, ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { refused } from '../refusal.ts'
import { lockStockLot, moveStock } from './move-stock.server.ts'
import { stockCode } from './stock-lot.ts'

/** What a handover brought: how many base units, and how many grams in which grade; 0 in grade E. */
export type Said = { quantity: number; grams: number; grade: Grade }

type Lot = Pick<ListingRow, 'id' | 'material_key' | 'title' | 'unit'>

/** Goods come into a hub by a confirmed handover: a stock lot of their own, and the move that says how they came. */
export async function arriveInStock(
  trx: Trx,
  act: Act,
  { handover, hub_id, listing }: { handover: HandoverRow; hub_id: string; listing: Lot },
  said: Said,
  entry: MassLedgerRow | undefined,
) {
  const lot = await newStockLot(trx, act, {
    hub_id,
    origin_listing_id: listing.id,
    is_mixed: 0,
    parent_id: null,
    material_key: listing.material_key ?? '',
    title: listing.title,
    unit: listing.unit,
    bay_id: null,
    arrived_at: handover.happened_at,
  })
  return moveStock(trx, act, lot.id, {
    kind: 'arrived',
    quantity: said.quantity,
    grams: said.grams,
    grade: said.grade,
    handover_id: handover.id,
    ledger_entry_id: entry?.id ?? null,
    idempotency_key: `arrived:${handover.id}`,
  })
}

/**
 * An arrival's weight is put right on the lot it became. Refused when that lot has not enough left to take it off, or was
 * merged: what moved on is put right by counting it where it lies.
 */
export async function correctArrival(
  trx: Trx,
  act: Act,
  lotId: string,
  { said, entry, key, handover_id, reason }: Correction,
) {
  const lot = await lockStockLot(trx, lotId)
  if (!lot) throw new Error(`stock lot ${lotId} is gone`)
  const before = await broughtBy(trx, handover_id, lotId)
  const [quantity, grams] = [said.quantity - before.quantity, said.grams - before.grams]
  if (quantity === 0 && grams === 0) return { lot }
  const isLess = quantity < 0 || grams < 0
  const isGone = lot.ended_at !== null && before.quantity !== 0
  const leavesGrams = lot.quantity + quantity === 0 && lot.grams + grams > 0
  if (isGone || leavesGrams || (isLess && lot.is_mixed === 1)) return refused('stock-moved-on')
  const grade = lot.grams + grams === 0 ? 'E' : said.grams > 0 ? said.grade : lot.grade
  const moved = await moveStock(trx, act, lotId, {
    kind: 'corrected',
    quantity,
    grams,
    grade,
    handover_id,
    ledger_entry_id: entry?.id ?? null,
    reason,
    idempotency_key: key,
  })
  return moved ? { lot: moved } : refused('stock-moved-on')
}

export type Correction = {
  said: Said
  entry: MassLedgerRow | undefined
  key: string
  handover_id: string
  reason: string
}

/** The stock lot that a handover became, or undefined when it brought nothing into a hub. */
export function lotOfArrival(trx: Trx, handoverId: string) {
  return trx
    .selectFrom('stock_moves')
    .select('lot_id')
    .where('handover_id', '=', handoverId)
    .where('kind', '=', 'arrived')
    .executeTakeFirst()
}

/** The sum of what a handover moved in a stock lot, signed. */
export async function broughtBy(trx: Trx, handoverId: string, lotId: string) {
  const sums = await trx
    .selectFrom('stock_moves')
    .select(({ fn }) => [fn.sum<number>('quantity').as('quantity'), fn.sum<number>('grams').as('grams')])
    .where('handover_id', '=', handoverId)
    .where('lot_id', '=', lotId)
    .executeTakeFirstOrThrow()
  return { quantity: Number(sums.quantity ?? 0), grams: Number(sums.grams ?? 0) }
}

type NewLot = Omit<StockLotRow, 'id' | 'code' | 'quantity' | 'grams' | 'grade' | 'listing_id' | 'ended_at'>

/** An empty stock lot with the next code of its hub: a move fills it. */
export async function newStockLot(trx: Trx, _act: Act, facts: NewLot): Promise<StockLotRow> {
  const { slug } = await trx.selectFrom('hubs').select('slug').where('id', '=', facts.hub_id).executeTakeFirstOrThrow()
  const { last } = await trx
    .insertInto('stock_codes')
    .values({ hub_id: facts.hub_id, last: 1 })
    .onConflict((conflict) => conflict.column('hub_id').doUpdateSet((eb) => ({ last: eb('stock_codes.last', '+', 1) })))
    .returning('last')
    .executeTakeFirstOrThrow()
  const empty = { quantity: 0, grams: 0, grade: 'E', listing_id: null, ended_at: null } as const
  const lot = { ...facts, ...empty, id: newId(), code: stockCode(slug, last) }
  await trx.insertInto('stock_lots').values(lot).execute()
  return lot
}
