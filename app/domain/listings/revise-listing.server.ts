import { sql } from 'kysely'
import type { Trx } from '#db/database.ts'
import { weightTable } from '#db/reference/read-reference.server.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { setClock, setClocks } from '../clocks/set-clock.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import { quantityGiven } from './drafts.read.server.ts'
import { listingClocks } from './listing-clocks.ts'
import type { DraftChanges } from './listing-draft.ts'
import { type WeightChoice, weightChoiceOf, weightColumns } from './listing-draft-weight.ts'
import { listingSearchText } from './listing-search-text.ts'
import { material } from './material.ts'
import { setSharingClocks } from './open-sharing.server.ts'
import { ownListing } from './own-listing.server.ts'
import { pickupsOutside } from './pickups-outside.server.ts'
import { recordListingEvent } from './record-listing-event.server.ts'
import { screenListing } from './refuse-list.ts'

/**
 * Writes what a donor changed on a draft or on a lot already public, and weighs it again where the estimate rests on
 * it. A public lot keeps its unit and its rule, never shrinks below what is held or gone (`promised` says how much that
 * is), and keeps its agreed pickups inside its days. What is added goes to those in line.
 */
export async function reviseListing(
  trx: Trx,
  act: Act,
  listingId: string,
  changes: DraftChanges,
  weight?: WeightChoice,
) {
  const listing = await ownListing(trx, act.by, listingId)
  if (!listing) return refused('not-yours')
  if (listing.state === 'closed') return refused('listing-closed')
  const next = { ...listing, ...changes }
  if (listing.state !== 'draft') {
    const allowed = await whilePublic(trx, listing, next)
    if (isRefusal(allowed)) return allowed
  }
  const wanted = { ...changes, ...weighedAgain(listing, next, weight), ...listingSearchText(next) }
  const changed = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
    (column) => wanted[column] !== listing[column],
  )
  const said = changes.total !== undefined && !changed.includes('total') && !(await quantityGiven(trx, listing))
  const named = said ? [...changed, 'total'] : changed
  if (named.length === 0) return { listing_id: listingId, changed: named }

  if (!(await keep(trx, act, listing, wanted))) return whyNot(trx, listing)
  const state = { from_state: listing.state, to_state: listing.state }
  await recordListingEvent(trx, act, listingId, { kind: 'revised', ...state, details: JSON.stringify(named) })
  await setClocksAnew(trx, act, listing, next)
  if (listing.state === 'live') await setClock(trx, act, 'match-listing', listingId, act.at)
  return { listing_id: listingId, changed: named }
}

/** How many base units there are of a lot, drafted or public, as `reviseListing` would take it. */
export function changeTotal(trx: Trx, act: Act, listingId: string, total: number) {
  return reviseListing(trx, act, listingId, { total })
}

async function setClocksAnew(trx: Trx, act: Act, listing: ListingRow, next: ListingRow) {
  if (next.must_go_by !== listing.must_go_by) {
    await setClocks(trx, act, listingClocks(next))
    await setSharingClocks(trx, act, next)
  }
  if (listing.state === 'live' && next.total > listing.total)
    await setClock(trx, act, 'open-to-all', listing.id, act.at)
}

async function whyNot(trx: Trx, { id, state }: ListingRow) {
  const now = await trx.selectFrom('listings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  if (now.state !== state) return refused('listing-closed')
  return { ...refused('below-held'), promised: now.held + now.collected + now.written_off }
}

// The promise is checked inside the update: a claim may be accepted between the read above and this line.
function keep(trx: Trx, act: Act, listing: ListingRow, wanted: Partial<ListingRow>) {
  const total = wanted.total ?? listing.total
  return trx
    .updateTable('listings')
    .set({ ...wanted, revised_at: act.at })
    .where('id', '=', listing.id)
    .where('state', '=', listing.state)
    .where(sql<boolean>`held + collected + written_off <= ${total}`)
    .returning('id')
    .executeTakeFirst()
}

async function whilePublic(trx: Trx, listing: ListingRow, next: ListingRow) {
  if (next.unit !== listing.unit) return refused('unit-is-fixed')
  if (next.allocation_rule !== listing.allocation_rule || next.reserved_until !== listing.reserved_until)
    return refused('rule-is-fixed')
  if (next.material_key !== listing.material_key && material(next.material_key)?.review) return refused('needs-review')
  const screening = screenListing(next)
  if (screening) return { ...refused('refused-material'), screening }
  // Only for days that change: a pickup that a coordinator put outside them does not stop the donor's other edits.
  const keepsDays = next.available_from === listing.available_from && next.must_go_by === listing.must_go_by
  return !keepsDays && (await pickupsOutside(trx, listing.id, next)) ? refused('pickup-outside') : undefined
}

const weighing = ['material_key', 'unit', 'total', 'piece_length_mm', 'piece_width_mm', 'piece_thickness_mm'] as const

// A newer weight table alone never changes a published figure: only a new choice or a new basis does.
function weighedAgain(listing: ListingRow, next: ListingRow, weight: WeightChoice | undefined) {
  if (!weight && weighing.every((column) => next[column] === listing[column])) return {}
  return weightColumns(weight ?? weightChoiceOf(listing), next, weightTable())
}
