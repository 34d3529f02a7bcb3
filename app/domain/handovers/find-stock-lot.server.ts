import type { Db, Trx } from '#db/database.ts'
import type { StockLotRow } from '#db/schema/handovers.ts'
import type { Act } from '../act.ts'
import { runsHub } from '../claims/sides.read.server.ts'
import { lockLot } from '../listings/lock-lot.server.ts'
import { refused } from '../refusal.ts'
import { lockStockLot } from './move-stock.server.ts'

/**
 * A stock lot of a hub that whoever acts coordinates, for this transaction alone, with the listing that offers it now, if
 * one does. The listing is taken first, as everywhere.
 */
export async function stockLotInCare(trx: Trx, act: Act, lotId: string) {
  const seen = await trx.selectFrom('stock_lots').selectAll().where('id', '=', lotId).executeTakeFirst()
  if (!seen) return refused('no-such-stock')
  if (!(await mayKeepStock(trx, act, seen.hub_id))) return refused('not-yours')
  const listing = seen.listing_id === null ? undefined : await lockLot(trx, seen.listing_id)
  const lot = await lockStockLot(trx, lotId)
  if (!lot || lot.listing_id !== seen.listing_id) return refused('stock-changed')
  return { lot, offered: listing && listing.state !== 'closed' ? listing : undefined }
}

/** Those who coordinate a hub keep its stock, and the admins. */
export async function mayKeepStock(db: Db, act: Pick<Act, 'by'>, hubId: string) {
  return act.by.is_admin || (await runsHub(db, act.by, hubId))
}

/** The parts that a form already took off a lot when it was sent before, by the key made with it; none the first time. */
export async function partsMadeBy(trx: Trx, lotId: string, key: string): Promise<StockLotRow[]> {
  const keys = trx.selectFrom('stock_moves').select('lot_id').where('idempotency_key', 'like', `${key}:in:%`)
  const lots = trx.selectFrom('stock_lots').selectAll().where('id', 'in', keys).where('parent_id', '=', lotId)
  return lots.orderBy('code').execute()
}
