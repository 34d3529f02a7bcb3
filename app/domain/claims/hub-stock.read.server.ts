import type { Db } from '#db/database.ts'

/** The hub out of whose stock a lot is offered, or undefined. */
export async function hubStockOf(db: Db, listingId: string) {
  const lot = db
    .selectFrom('stock_offers')
    .innerJoin('stock_lots', 'stock_lots.id', 'stock_offers.lot_id')
    .select('stock_lots.hub_id')
    .where('stock_offers.listing_id', '=', listingId)
  return (await lot.executeTakeFirst())?.hub_id
}
