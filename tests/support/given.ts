import { createHash } from 'node:crypto'
import { newId } from '#app/domain/id.server.ts'
import { later } from '#app/domain/instant.ts'
import { db } from '#app/http/store.server.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { DrawRow, ListingRow } from '#db/schema/listings.ts'
import type { PickupRow } from '#db/schema/pickups.ts'
import { now } from './neighbourhood.ts'

/** Rows as they would stand after the commands that lead there. Override the one fact the test is about. */
export const given = { listing, wanted, claim, pickup }

/** Ada's forty boards, live at Officine Zero, until a fact says otherwise. */
async function listing(facts: Partial<ListingRow> = {}): Promise<ListingRow> {
  const state = facts.state ?? 'live'
  const row: ListingRow = {
    ...boards,
    id: newId(),
    state,
    published_at: state === 'draft' || state === 'in_review' ? null : later(now, { days: -2 }),
    closed_reason: state === 'closed' ? 'done' : null,
    closed_at: state === 'closed' ? now : null,
    ...facts,
  }
  await db.insertInto('listings').values(row).execute()
  if (row.window_closes_at !== null) await db.insertInto('draws').values(drawOf(row.id, row.window_closes_at)).execute()
  return row
}

/** Bruno looks for eight boards of at least 1.000 × 150 × 20 mm, within ten kilometres of Centocelle. */
function wanted(facts: Partial<ListingRow> = {}): Promise<ListingRow> {
  const least = { piece_length_mm: 1000, piece_width_mm: 150, piece_thickness_mm: 20 }
  const search = { kind: 'wanted', donor_id: 'bruno', place_id: 'workshop', radius_m: 10_000, hub_id: null } as const
  const words = { title: 'Legno massello', description: 'Mensole per la bottega.', search_text: '' }
  const unweighed = { weight_grade: 'E', weight_low_g: null, weight_typ_g: null, weight_high_g: null } as const
  const until = { available_from: null, must_go_by: later(now, { days: 30 }), origin: null, declared_at: null }
  return listing({ ...search, ...words, ...least, ...unweighed, ...until, total: 8, condition: null, ...facts })
}

/** What a window is committed to: a secret of its own for each lot. */
function drawOf(listing_id: string, closes_at: string): DrawRow {
  const seed = createHash('sha256').update(listing_id).digest('hex')
  const commitment = createHash('sha256').update(seed).digest('hex')
  const secret = { public_data: null, revealed_at: null }
  return { id: newId(), listing_id, closes_at, commitment, seed, committed_at: now, ...secret }
}

/** Bruno asks for eight pieces. In a state that holds or has collected goods, the lot's own counts follow. */
async function claim(facts: Partial<ClaimRow> & { listing_id: string }): Promise<ClaimRow> {
  const state = facts.state ?? 'requested'
  const claimant = facts.claimant_id ?? 'bruno'
  const wanted = facts.qty_wanted ?? 8
  const holds = ['offered', 'confirmed', 'scheduled'].includes(state)
  const isOpen = holds || state === 'requested' || state === 'waitlisted'
  const qty = facts.qty ?? (holds || state === 'collected' ? wanted : 0)
  const row: ClaimRow = {
    ...ask,
    id: newId(),
    claimant_id: claimant,
    party_key: facts.organisation_id ?? claimant,
    state,
    is_open: isOpen ? 1 : 0,
    qty_wanted: wanted,
    qty,
    qty_done: state === 'collected' ? qty : 0,
    offered_at: qty > 0 ? now : null,
    offer_expires_at: state === 'offered' ? later(now, { days: 1 }) : null,
    confirmed_at: qty > 0 && state !== 'offered' ? now : null,
    ended_at: isOpen ? null : now,
    ...facts,
  }
  await db.insertInto('claims').values(row).execute()
  const counted =
    state === 'collected' ? { held: 0, collected: row.qty_done } : { held: holds ? row.qty : 0, collected: 0 }
  await db
    .updateTable('listings')
    .set((eb) => ({ held: eb('held', '+', counted.held), collected: eb('collected', '+', counted.collected) }))
    .where('id', '=', row.listing_id)
    .execute()
  return row
}

/** Tomorrow from ten to eleven in Ada's cellar, proposed by Bruno, for the claims named. */
async function pickup(claimIds: string[], facts: Partial<PickupRow> = {}): Promise<PickupRow> {
  const row: PickupRow = { ...appointment, id: newId(), calendar_uid: `${newId()}@rimessa`, ...facts }
  await db.insertInto('pickups').values(row).execute()
  await db
    .insertInto('pickup_claims')
    .values(claimIds.map((claim_id) => ({ pickup_id: row.id, claim_id })))
    .execute()
  return row
}

const boards: Omit<ListingRow, 'id' | 'state' | 'published_at' | 'closed_reason' | 'closed_at'> = {
  code: null,
  kind: 'offer',
  donor_id: 'ada',
  organisation_id: null,
  hub_id: 'oz',
  title: 'Tavole di abete',
  description: 'Vecchi ripiani, asciutti, con qualche chiodo.',
  material_key: 'wood.solid',
  search_text: 'tavole di abete legno massello boards solid wood',
  search_tail: 0,
  unit: 'piece',
  total: 40,
  held: 0,
  collected: 0,
  written_off: 0,
  min_claim: 1,
  piece_length_mm: 1200,
  piece_width_mm: 190,
  piece_thickness_mm: 27,
  condition: 'good',
  weight_grade: 'C',
  weight_low_g: 80_000,
  weight_typ_g: 108_000,
  weight_high_g: 140_000,
  weight_method: 'size × density',
  weight_reference: 'wood.solid',
  weight_reference_version: '1',
  weight_photo_hash: null,
  place_id: 'cellar',
  available_from: later(now, { days: -2 }),
  must_go_by: later(now, { days: 14 }),
  floor: -1,
  has_lift: 0,
  van_access: 1,
  help_to_load: 1,
  allocation_rule: 'donor_picks',
  window_closes_at: null,
  reserved_until: null,
  radius_m: null,
  origin: 'household',
  declared_at: later(now, { days: -2 }),
  drafted_at: later(now, { days: -2 }),
  revised_at: later(now, { days: -2 }),
}

const ask = {
  parent_id: null,
  organisation_id: null,
  hub_id: null,
  delivery_place_id: null,
  qty_min: 1,
  days: '',
  transport: 'van',
  purpose: 'Banchi per la scuola.',
  position: null,
  requested_at: now,
  end_reason: null,
  draw_word: '',
  place_in_rank: null,
  rank_reasons: '',
  schedule_by: null,
  is_replaced: 0,
} as const

const appointment: Omit<PickupRow, 'id' | 'calendar_uid'> = {
  state: 'proposed',
  place_id: 'cellar',
  donor_id: 'ada',
  claimant_id: 'bruno',
  hub_id: 'oz',
  starts_at: later(now, { days: 1 }),
  ends_at: later(now, { days: 1, hours: 1 }),
  proposed_by: 'bruno',
  proposed_at: now,
  confirmed_by: null,
  confirmed_at: null,
  ended_at: null,
  end_reason: null,
  note: '',
  calendar_sequence: 0,
  previous_id: null,
}
