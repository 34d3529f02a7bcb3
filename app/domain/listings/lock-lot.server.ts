import type { Trx } from '#db/database.ts'
import { lockRows } from '#db/dialects/dialect.server.ts'
import type { ListingRow } from '#db/schema/listings.ts'

/**
 * A lot as it stands, for this transaction alone until it ends. Whatever shares a lot out begins here, so that two of
 * them on one lot go one after the other and always take their rows in the same order.
 */
export function lockLot(trx: Trx, listingId: string): Promise<ListingRow | undefined> {
  return lockRows(trx, trx.selectFrom('listings').selectAll().where('id', '=', listingId)).executeTakeFirst()
}
