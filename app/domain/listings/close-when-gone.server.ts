import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { moveListing } from './move-listing.server.ts'

/** Closes a lot of which nothing is left, as done. True if it did; false while there is some, or when it was closed already. */
export async function closeWhenGone(trx: Trx, act: Act, listingId: string) {
  const lot = await trx
    .selectFrom('listings')
    .select(['total', 'collected', 'written_off'])
    .where('id', '=', listingId)
    .executeTakeFirst()
  if (!lot || lot.collected + lot.written_off < lot.total) return false
  const done = { from: ['live', 'paused'], to: 'closed', kind: 'closed', details: 'done' } as const
  const set = { closed_reason: 'done', closed_at: act.at } as const
  return (await moveListing(trx, act, { id: listingId, ...done, set })) !== undefined
}
