import type { Db } from '#db/database.ts'
import { lotRows } from './lot-rows.server.ts'

/** One lot's card row, whatever its state. */
export function lotRow(db: Db, listingId: string) {
  return lotRows(db).where('listings.id', '=', listingId).executeTakeFirst()
}
