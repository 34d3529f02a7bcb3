import type { Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { refused } from '../refusal.ts'
import { listingSearchText } from './listing-search-text.ts'
import { nextLotCode } from './lot-code.server.ts'
import { moveListing } from './move-listing.server.ts'
import { openSharing } from './open-sharing.server.ts'
import { recordListingEvent } from './record-listing-event.server.ts'
import { screenListing } from './refuse-list.ts'

export type FromStock = Pick<
  ListingRow,
  | 'hub_id'
  | 'place_id'
  | 'title'
  | 'description'
  | 'material_key'
  | 'unit'
  | 'total'
  | 'condition'
  | 'must_go_by'
  | 'allocation_rule'
  | 'weight_grade'
  | 'weight_low_g'
  | 'weight_typ_g'
  | 'weight_high_g'
  | 'weight_method'
>

/**
 * Makes a lot public that lies in a hub's stock. Whoever acts for the hub declares it: it was looked at when it came in.
 * Photos and sizes are those of the listing it came by.
 */
export async function postFromStock(trx: Trx, act: Act, facts: FromStock, originId: string) {
  const screening = screenListing(facts)
  if (screening) return { ...refused('refused-material'), screening }
  const origin = await trx.selectFrom('listings').selectAll().where('id', '=', originId).executeTakeFirstOrThrow()
  const { piece_length_mm, piece_width_mm, piece_thickness_mm } = origin
  const id = newId()
  const pieces = { piece_length_mm, piece_width_mm, piece_thickness_mm, ...listingSearchText(facts) }
  const dates = { drafted_at: act.at, revised_at: act.at, declared_at: act.at, available_from: act.at }
  await trx
    .insertInto('listings')
    .values({ ...blank, ...facts, ...pieces, ...dates, id, donor_id: act.by.id })
    .execute()
  await recordListingEvent(trx, act, id, { kind: 'drafted', from_state: null, to_state: 'draft' })
  await copyPhotos(trx, act, originId, id)
  const set = { code: await nextLotCode(trx, act.at), published_at: act.at }
  const live = await moveListing(trx, act, { id, from: ['draft'], to: 'live', kind: 'published', set })
  if (!live) throw new Error(`listing ${id} was not a draft`)
  return { listing: await openSharing(trx, act, live) }
}

const blank = {
  kind: 'offer',
  state: 'draft',
  organisation_id: null,
  held: 0,
  collected: 0,
  written_off: 0,
  min_claim: 1,
  has_lift: 0,
  van_access: 1,
  help_to_load: 1,
  origin: 'used_good',
} as const

async function copyPhotos(trx: Trx, act: Act, from: string, to: string) {
  const photos = await trx.selectFrom('photos').selectAll().where('listing_id', '=', from).execute()
  if (photos.length === 0) return
  const copies = photos.map((photo) => ({
    ...photo,
    id: newId(),
    listing_id: to,
    added_by: act.by.id,
    added_at: act.at,
  }))
  await trx.insertInto('photos').values(copies).execute()
}
