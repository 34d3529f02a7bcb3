import type { Flag, Instant } from './column.ts'
import type { Grade, ListingRow, Unit } from './listings.ts'

/** A wanted listing and an offer that would serve it. */
export type MatchRow = {
  id: string
  wanted_id: string
  listing_id: string
  /** How much of what is wanted the offer had when found, in its base unit. */
  quantity: number
  distance_m: number
  found_at: Instant
  /** The donor said: this one is for you. */
  invited_at: Instant | null
}

/**
 * What is asked of a lot while it can be found: one row for every live offer with a place, kept by triggers in the same
 * transaction as the lot itself.
 */
export type LotIndexRow = {
  /** Larger is newer: milliseconds of publication × 1024, and a count within the millisecond. */
  n: number
  listing_id: string
  /** The blurred point. */
  latitude_e6: number
  longitude_e6: number
  /** The same point in space, in decimetres from the centre of a round earth: straight distances, exact in whole numbers. */
  x_dm: number
  y_dm: number
  z_dm: number
  /** World Mercator, 2^26 units around the equator: what map cells are cut from. */
  mx: number
  my: number
  /** '' when nobody said. */
  material_key: string
  condition: ListingRow['condition']
  weight_grade: Grade
  grams: number
  unit: Unit
  available: number
  piece_length_mm: number | null
  piece_width_mm: number | null
  piece_thickness_mm: number | null
  must_go_by: Instant | null
  reserved_until: Instant | null
  at_hub: Flag
  search_text: string
}

/** What one member did with a lot in their lists: nobody else reads it. */
export type LotMarkRow = {
  member_id: string
  listing_id: string
  /** When they first opened its page. */
  seen_at: Instant | null
  hidden_at: Instant | null
}
