import type { Trx } from '#db/database.ts'
import type { StockLotRow } from '#db/schema/handovers.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { postFromStock } from '../listings/post-from-stock.server.ts'
import { gradeBand } from '../listings/weight-grade.ts'
import { isRefusal, refused } from '../refusal.ts'
import { partsMadeBy, stockLotInCare } from './find-stock-lot.server.ts'
import { splitStock } from './split-stock.server.ts'

export type StockOffer = Pick<ListingRow, 'title' | 'description' | 'condition' | 'must_go_by' | 'allocation_rule'> & {
  quantity: number
  key: string
}

/**
 * Offers a stock lot, whole or a part of it, to whoever can use it: a part becomes a lot of its own first. The hub gives it,
 * through whoever acts. Weight and place are those of the stock. The same form sent twice (`key`) offers once.
 */
export async function offerFromStock(trx: Trx, act: Act, lotId: string, { quantity, key, ...words }: StockOffer) {
  const found = await stockLotInCare(trx, act, lotId)
  if (isRefusal(found)) return found
  const [made] = await partsMadeBy(trx, lotId, key)
  if (made?.listing_id) return { listing_id: made.listing_id, lot: made }
  if (found.offered) return refused('stock-offered')
  if (found.lot.ended_at !== null) return refused('stock-gone')
  if (quantity < 1 || quantity > found.lot.quantity) return refused('more-than-in-stock')
  if (words.must_go_by !== null && words.must_go_by < act.at) return refused('deadline-passed')
  const lot = quantity === found.lot.quantity ? found.lot : await part(trx, act, lotId, quantity, key)
  if (isRefusal(lot)) return lot
  const posted = await postFromStock(trx, act, { ...words, ...(await carried(trx, lot)) }, lot.origin_listing_id)
  if (isRefusal(posted)) return posted
  return link(trx, act, lot, posted.listing.id)
}

async function part(trx: Trx, act: Act, lotId: string, quantity: number, key: string) {
  const split = await splitStock(trx, act, lotId, { parts: [{ quantity, grams: null }], key })
  return isRefusal(split) ? split : (split.lots[0] ?? refused('stock-changed'))
}

async function carried(trx: Trx, lot: StockLotRow) {
  const { place_id } = await trx
    .selectFrom('hubs')
    .select('place_id')
    .where('id', '=', lot.hub_id)
    .executeTakeFirstOrThrow()
  const material_key = lot.material_key === '' ? null : lot.material_key
  const what = { hub_id: lot.hub_id, place_id, material_key, unit: lot.unit, total: lot.quantity }
  if (lot.grade === 'E' || lot.grams === 0) return { ...what, ...unweighed }
  const { low, typ, high } = gradeBand(lot.grade, lot.grams)
  const weight = { weight_grade: lot.grade, weight_low_g: low, weight_typ_g: typ, weight_high_g: high }
  return { ...what, ...weight, weight_method: `stock ${lot.code}` }
}

const unweighed = {
  weight_grade: 'E',
  weight_low_g: null,
  weight_typ_g: null,
  weight_high_g: null,
  weight_method: null,
} as const

async function link(trx: Trx, act: Act, lot: StockLotRow, listing_id: string) {
  await trx.updateTable('stock_lots').set({ listing_id }).where('id', '=', lot.id).execute()
  const offered = { listing_id, lot_id: lot.id, offered_by: act.by.id, offered_at: act.at }
  await trx.insertInto('stock_offers').values(offered).execute()
  return { listing_id, lot: { ...lot, listing_id } }
}
