import type { Flag, Instant } from './column.ts'

export type ListingState = 'draft' | 'in_review' | 'live' | 'paused' | 'closed'
export type ClosedReason = 'done' | 'withdrawn' | 'expired' | 'refused' | 'removed'
export type Unit = 'piece' | 'g' | 'mm' | 'cm2' | 'dm3'
export type Grade = 'A' | 'B' | 'C' | 'D' | 'E'
export type AllocationRule = 'fair_window' | 'donor_picks' | 'first_come'

export type ListingRow = {
  id: string
  /** Short and sayable: year and month, then a count ('2611-048'). Given at publication. */
  code: string | null
  kind: 'offer' | 'wanted'
  state: ListingState
  closed_reason: ClosedReason | null
  donor_id: string
  organisation_id: string | null
  hub_id: string | null
  title: string
  description: string
  material_key: string | null
  /** Lower case, no accents: title, material names and synonyms in both languages. */
  search_text: string
  /** How many characters at its end are its material's names and synonyms. */
  search_tail: number
  unit: Unit
  total: number
  held: number
  collected: number
  written_off: number
  min_claim: number
  piece_length_mm: number | null
  piece_width_mm: number | null
  piece_thickness_mm: number | null
  condition: 'new' | 'good' | 'worn' | 'to_repair' | null
  weight_grade: Grade
  weight_low_g: number | null
  weight_typ_g: number | null
  weight_high_g: number | null
  weight_method: string | null
  weight_reference: string | null
  weight_reference_version: string | null
  weight_photo_hash: string | null
  place_id: string | null
  available_from: Instant | null
  must_go_by: Instant | null
  floor: number | null
  has_lift: Flag
  van_access: Flag
  help_to_load: Flag
  allocation_rule: AllocationRule
  window_closes_at: Instant | null
  /** Until then non-profits, schools and public bodies come first. */
  reserved_until: Instant | null
  /** Of a wanted lot: how far its author would go. */
  radius_m: number | null
  origin: 'household' | 'unused_stock' | 'used_good' | 'by_product' | null
  declared_at: Instant | null
  drafted_at: Instant
  revised_at: Instant
  published_at: Instant | null
  closed_at: Instant | null
}

export type PhotoRow = {
  id: string
  listing_id: string
  position: number
  hash: string
  width: number
  height: number
  thumbhash: string
  alt: string
  added_by: string
  added_at: Instant
}

export type ListingEventRow = {
  id: string
  listing_id: string
  kind: string
  from_state: ListingState | null
  to_state: ListingState
  by_id: string | null
  via: string
  at: Instant
  details: string
}

/** The seed stays secret until `revealed_at`; its SHA-256, the commitment, is public from the start. */
export type DrawRow = {
  id: string
  listing_id: string
  closes_at: Instant
  commitment: string
  seed: string
  committed_at: Instant
  public_data: string | null
  revealed_at: Instant | null
}
