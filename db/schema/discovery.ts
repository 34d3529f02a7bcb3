import type { Generated } from 'kysely'
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
  /** The row of the world it lies in, and the first part of its material: see `dialects/lot-index.ts`. */
  band: number
  family: string
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
  /** The year 9999 when there is no last day. */
  must_go_by: Instant
  reserved_until: Instant | null
  at_hub: Flag
  /** Number of its material × 32 + code of its condition × 4 + 2 if weighed (grade A or B) + 1 if at a hub. */
  traits: number
  search_text: string
}

/** A material with its names and synonyms as its lots say them: a lot that says others, or none, is of another number. */
export type LotMaterialRow = { number: Generated<number>; material_key: string; words: string }

/** The materials that say a word. Empty on PostgreSQL, which looks every word up in the lots themselves. */
export type LotMaterialWordRow = { word: string; number: number }

/** What a card shows of a lot in the index, as the text of one list of values, in the order of `cardColumns`. */
export type LotCardRow = { n: number; card: string }

/** Lots and grams in one cell of the map, of one family or of all (''). */
export type LotTileRow = {
  level: number
  family: string
  y: number
  x: number
  lots: number
  grams: number
  sum_mx: number
  sum_my: number
}

/** Lots and grams by what a question can ask: 'all', 'material', 'condition', 'grade', 'at_hub', the 'hour' it must go by. */
export type LotCountRow = { facet: string; value: string; lots: number; grams: number }

/** How many lots there are of each size of piece; thickness 0 when nobody said. */
export type LotSizeRow = { length_mm: number; width_mm: number; thickness_mm: number; lots: number }

/** A word lots are found by; `own` when a lot says it and not its material. */
export type LotWordRow = { word: string; own: Generated<Flag> }

/** A question somebody keeps, to be told of lots that answer it. */
export type SavedSearchRow = {
  id: string
  member_id: string
  /** As its URL holds it, in canonical order: `searchQuery`. */
  question: string
  name: string
  rhythm: 'at_once' | 'daily'
  /** SHA-256 of the token in the address of its feed; null while it has none. */
  feed_key: string | null
  made_at: Instant
  paused_at: Instant | null
}

/** Where a new lot finds a saved search: every anchor of a lot that could answer includes one of these. */
export type SearchAnchorRow = { anchor: string; search_id: string }

/** What was found for a saved search: each lot once. */
export type SearchAnswerRow = { search_id: string; listing_id: string; told_at: Instant }

/** What one member did with a lot in their lists: nobody else reads it. */
export type LotMarkRow = {
  member_id: string
  listing_id: string
  /** When they first opened its page. */
  seen_at: Instant | null
  hidden_at: Instant | null
}
