import { sql } from 'kysely'
import type { Trx } from '#db/database.ts'
import { lockRows } from '#db/dialects/dialect.server.ts'
import type { StockLotRow, StockMoveRow } from '#db/schema/handovers.ts'
import type { Grade } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'

export type StockMove = Pick<StockMoveRow, 'kind' | 'quantity' | 'grams' | 'idempotency_key'> &
  Partial<Pick<StockMoveRow, 'id' | 'other_lot_id' | 'handover_id' | 'ledger_entry_id' | 'reason'>> & {
    /** How the lot's grams are known from now on; as before where left out. */
    grade?: Grade
  }

/**
 * Adds a move to a stock lot and its quantity and grams to the lot: the only way either changes. Undefined when the lot
 * holds less than the move takes, or when the same move was made before. An empty lot ends; one that is filled again
 * goes on.
 */
export async function moveStock(trx: Trx, act: Act, lotId: string, { grade, ...move }: StockMove) {
  if (move.quantity === 0 && move.grams === 0) return stockLotById(trx, lotId)
  const lot = await trx
    .updateTable('stock_lots')
    .set((eb) => ({
      quantity: eb('quantity', '+', move.quantity),
      grams: eb('grams', '+', move.grams),
      ended_at: sql<
        string | null
      >`case when quantity + ${move.quantity} = 0 and grams + ${move.grams} = 0 then ${act.at} end`,
      ...(grade === undefined ? {} : { grade }),
    }))
    .where('id', '=', lotId)
    .where('quantity', '>=', -move.quantity)
    .where('grams', '>=', -move.grams)
    .returningAll()
    .executeTakeFirst()
  if (!lot) return undefined
  const signed = { lot_id: lotId, by_id: act.by.id, at: act.at }
  const rest = { other_lot_id: null, handover_id: null, ledger_entry_id: null, reason: '' }
  const row = { id: newId(), ...rest, ...move, ...signed }
  const said = trx.insertInto('stock_moves').values(row)
  const made = await said
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made && lot
}

/** A stock lot for this transaction alone until it ends. */
export function lockStockLot(trx: Trx, lotId: string): Promise<StockLotRow | undefined> {
  return lockRows(trx, trx.selectFrom('stock_lots').selectAll().where('id', '=', lotId)).executeTakeFirst()
}

/** The lot that a listing offers out of a hub's stock, for this transaction alone. */
export function lockOfferedLot(trx: Trx, listingId: string): Promise<StockLotRow | undefined> {
  return lockRows(trx, trx.selectFrom('stock_lots').selectAll().where('listing_id', '=', listingId)).executeTakeFirst()
}

function stockLotById(trx: Trx, lotId: string) {
  return trx.selectFrom('stock_lots').selectAll().where('id', '=', lotId).executeTakeFirst()
}
