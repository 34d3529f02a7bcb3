import type { Db } from '#db/database.ts'
import { lotRows } from './lot-rows.server.ts'

/** One lot's card row, whatever its state. */
export function lotRow(db: Db, listingId: string) {
  return lotRows(db).where('listings.id', '=', listingId).executeTakeFirst()
}

/** A live offer with what the form that asks for it must know. */
export function claimableLot(db: Db, listingId: string) {
  return lotRows(db)
    .select(['listings.min_claim', 'listings.allocation_rule'])
    .where('listings.id', '=', listingId)
    .where('listings.state', '=', 'live')
    .where('listings.kind', '=', 'offer')
    .executeTakeFirst()
}
