import { newId } from '#app/domain/id.server.ts'
import type { Db } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { AllocationRule, ListingRow } from '#db/schema/listings.ts'

const now = new Date().toISOString()
const windowCloses = new Date(Date.now() + 2 * 86_400_000).toISOString()

const members = 10_000
const donors = 100
const lots = 500
const inLine = 19

export const memberId = (n: number) => `member-${n}`
/** Lots nobody has asked for yet, one list for each rule. */
export const freshLot = (rule: AllocationRule, n: number) => `${rule}-${n}`
/** Lots that are all promised to one member while others wait: cancelling this claim promotes the first of them. */
export const promised = (n: number) => ({ claim_id: `promised-${n}`, claimant_id: memberId(n * 20) })

/** Ten thousand members with one open claim each, twenty on each of five hundred lots; and a thousand lots still free. */
export async function fillCrowd(db: Db) {
  await people(db)
  const listings: ListingRow[] = []
  const claims: ClaimRow[] = []
  for (let n = 0; n < lots; n += 1) {
    for (const rule of ['first_come', 'fair_window'] as const) listings.push(listing(freshLot(rule, n), rule, n, 1000))
    listings.push({ ...listing(`crowded-${n}`, 'first_come', n, 10), held: 10 })
    claims.push(...line(n))
  }
  for (const part of parts(listings)) await db.insertInto('listings').values(part).execute()
  for (const part of parts(claims)) await db.insertInto('claims').values(part).execute()
}

function line(n: number) {
  const listing_id = `crowded-${n}`
  const { claim_id, claimant_id } = promised(n)
  const first: ClaimRow = {
    ...claim(listing_id, claimant_id),
    id: claim_id,
    state: 'confirmed',
    qty: 10,
    offered_at: now,
    confirmed_at: now,
  }
  const waiting = Array.from({ length: inLine }, (_, place) => ({
    ...claim(listing_id, memberId(n * 20 + place + 1)),
    position: place + 1,
  }))
  return [first, ...waiting]
}

async function people(db: Db) {
  const ids = [
    ...Array.from({ length: members }, (_, n) => memberId(n)),
    ...Array.from({ length: donors }, (_, n) => `donor-${n}`),
  ]
  const usual = { about: '', password_hash: null, locale: 'it', is_admin: 0, joined_at: now, erased_at: null } as const
  // The same hour twice: no quiet. The bench may run at night.
  const rhythm = { quiet_from: '00:00', quiet_to: '00:00', digest_hour: 8 }
  for (const part of parts(ids)) {
    const rows = part.map((id) => ({ ...usual, id, name: id, email: `${id}@example.org`, email_verified_at: now }))
    await db.insertInto('members').values(rows).execute()
    await db
      .insertInto('notice_settings')
      .values(part.map((member_id) => ({ ...rhythm, member_id, unsubscribe_key: newId() })))
      .execute()
  }
  await db
    .insertInto('places')
    .values(Array.from({ length: donors }, (_, n) => ({ ...place, id: `place-${n}`, owner_id: `donor-${n}` })))
    .execute()
}

const place = {
  area: 'Montesacro',
  municipality: 'Roma',
  municipality_istat: '058091',
  latitude_e6: 41_938_000,
  longitude_e6: 12_533_000,
  blur_radius_m: 300,
  saved_at: now,
} as const

function listing(id: string, allocation_rule: AllocationRule, n: number, total: number): ListingRow {
  const donor = n % donors
  const window_closes_at = allocation_rule === 'fair_window' ? windowCloses : null
  return {
    ...boards,
    id,
    allocation_rule,
    window_closes_at,
    total,
    donor_id: `donor-${donor}`,
    place_id: `place-${donor}`,
  }
}

const boards = {
  code: null,
  kind: 'offer',
  state: 'live',
  closed_reason: null,
  organisation_id: null,
  hub_id: null,
  title: 'Tavole di abete',
  description: '',
  material_key: 'wood.solid',
  search_text: 'tavole di abete',
  search_tail: 0,
  unit: 'piece',
  held: 0,
  collected: 0,
  written_off: 0,
  min_claim: 1,
  piece_length_mm: null,
  piece_width_mm: null,
  piece_thickness_mm: null,
  condition: 'good',
  weight_grade: 'E',
  weight_low_g: null,
  weight_typ_g: null,
  weight_high_g: null,
  weight_method: null,
  weight_reference: null,
  weight_reference_version: null,
  weight_photo_hash: null,
  available_from: null,
  must_go_by: null,
  floor: null,
  has_lift: 0,
  van_access: 0,
  help_to_load: 0,
  reserved_until: null,
  radius_m: null,
  origin: null,
  declared_at: now,
  drafted_at: now,
  revised_at: now,
  published_at: now,
  closed_at: null,
} as const

function claim(listing_id: string, claimant_id: string): ClaimRow {
  return { ...waits, id: newId(), listing_id, claimant_id, party_key: claimant_id }
}

const waits = {
  parent_id: null,
  organisation_id: null,
  hub_id: null,
  delivery_place_id: null,
  state: 'waitlisted',
  is_open: 1,
  qty_wanted: 10,
  qty_min: 10,
  qty: 0,
  qty_done: 0,
  days: '',
  transport: 'van',
  purpose: 'Banchi per la scuola.',
  position: null,
  requested_at: now,
  offered_at: null,
  offer_expires_at: null,
  confirmed_at: null,
  ended_at: null,
  end_reason: null,
  draw_word: '',
  place_in_rank: null,
  rank_reasons: '',
  schedule_by: null,
  is_replaced: 0,
} as const

// SQLite takes 32,766 values in one statement.
function parts<Row>(rows: readonly Row[]) {
  const size = 500
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, n) => rows.slice(n * size, (n + 1) * size))
}
