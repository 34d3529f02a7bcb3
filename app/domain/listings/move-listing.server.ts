import type { Trx } from '#db/database.ts'
import type { ListingRow, ListingState } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { setClock, setClocks } from '../clocks/set-clock.server.ts'
import { listingClocks } from './listing-clocks.ts'
import { recordListingEvent } from './record-listing-event.server.ts'

type Move = {
  id: string
  from: readonly ListingState[]
  to: ListingState
  kind: string
  details?: string
  set?: Partial<ListingRow>
}

/** The one way a listing changes state: a guarded update and its event. Undefined if it was not in `from` any more. */
export async function moveListing(trx: Trx, act: Act, { id, from, to, kind, details = '', set = {} }: Move) {
  const before = await trx
    .selectFrom('listings')
    .select('state')
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  if (!before) return undefined
  const moved = await trx
    .updateTable('listings')
    .set({ ...set, state: to })
    .where('id', '=', id)
    .where('state', '=', before.state)
    .returningAll()
    .executeTakeFirst()
  if (!moved) return undefined
  await recordListingEvent(trx, act, id, { kind, from_state: before.state, to_state: to, details })
  await setClocks(trx, act, listingClocks(moved))
  // Whatever opens, or opens again, is held against what others look for.
  if (to === 'live') await setClock(trx, act, 'match-listing', id, act.at)
  return moved
}
