import type { Db } from '#db/database.ts'
import { lotRows } from './lot-rows.server.ts'

/** One lot's card row, whatever its state. */
export function lotRow(db: Db, listingId: string) {
  return lotRows(db).where('listings.id', '=', listingId).executeTakeFirst()
}

/** An offer others have seen, open or not any more, with what the form that asks for it must know. */
export function claimableLot(db: Db, listingId: string) {
  return lotRows(db)
    .select([
      'listings.min_claim',
      'listings.allocation_rule',
      'listings.window_closes_at',
      'listings.reserved_until',
      'listings.hub_id',
      'listings.revised_at',
    ])
    .where('listings.id', '=', listingId)
    .where('listings.state', 'in', ['live', 'paused', 'closed'])
    .where('listings.published_at', 'is not', null)
    .where('listings.kind', '=', 'offer')
    .executeTakeFirst()
}
