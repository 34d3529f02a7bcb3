import type { Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import { newId } from '../id.server.ts'
import { listingSearchText } from './listing-search-text.ts'
import { moveListing } from './move-listing.server.ts'
import { recordListingEvent } from './record-listing-event.server.ts'

type Facts = Pick<
  ListingRow,
  | 'donor_id'
  | 'organisation_id'
  | 'hub_id'
  | 'place_id'
  | 'title'
  | 'description'
  | 'material_key'
  | 'available_from'
  | 'must_go_by'
> & { expected_g: number | null }

/**
 * What a hub fetches at a company on one day of a collection, as one load that is promised whole. It never was public and
 * never will be: nobody else may ask for it.
 */
export async function postCollection(trx: Trx, act: Act, { expected_g, ...facts }: Facts) {
  const listing = await trx
    .insertInto('listings')
    .values({
      ...{ ...load, ...facts, ...weightOf(expected_g), ...listingSearchText(facts) },
      ...{ id: newId(), drafted_at: act.at, revised_at: act.at },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordListingEvent(trx, act, listing.id, { kind: 'drafted', from_state: null, to_state: 'paused' })
  if (listing.must_go_by !== null) await setClock(trx, act, 'expire-listing', listing.id, listing.must_go_by)
  return listing
}

/** It came to nothing: ends the load without telling anybody. Its claim is another domain's and ends with it. */
export function dropCollection(trx: Trx, act: Act, listingId: string) {
  const set = { closed_reason: 'withdrawn', closed_at: act.at } as const
  const closing = { from: ['paused'], to: 'closed', kind: 'closed', details: 'withdrawn', set } as const
  return moveListing(trx, act, { id: listingId, ...closing })
}

const load = {
  kind: 'offer',
  state: 'paused',
  unit: 'piece',
  total: 1,
  held: 1,
  collected: 0,
  written_off: 0,
  min_claim: 1,
  allocation_rule: 'donor_picks',
  has_lift: 0,
  van_access: 1,
  help_to_load: 0,
} as const

/** What somebody said it would weigh is right within a factor of two. */
function weightOf(typ_g: number | null) {
  if (typ_g === null) return { weight_grade: 'E', weight_low_g: null, weight_typ_g: null, weight_high_g: null } as const
  const range = { weight_low_g: Math.max(1, Math.round(typ_g / 2)), weight_typ_g: typ_g, weight_high_g: typ_g * 2 }
  return { weight_grade: 'D', ...range, weight_method: 'declared' } as const
}
