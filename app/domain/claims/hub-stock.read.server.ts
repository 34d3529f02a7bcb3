import type { Db } from '#db/database.ts'

/** The hub out of whose stock a lot is offered, or undefined. */
export async function hubStockOf(db: Db, listingId: string) {
  const lot = db.selectFrom('stock_lots').select('hub_id').where('listing_id', '=', listingId)
  return (await lot.executeTakeFirst())?.hub_id
}
