import type { Flag, Instant } from './column.ts'
import type { Grade, Unit } from './listings.ts'

export type HandoverRow = {
  id: string
  state: 'recorded' | 'confirmed' | 'objected'
  claim_id: string
  listing_id: string
  pickup_id: string | null
  giver_id: string
  taker_id: string
  quantity: number
  condition: 'as_described' | 'worse' | 'damaged'
  note: string
  idempotency_key: string
  happened_at: Instant
  recorded_by: string
  recorded_at: Instant
  giver_confirmed_at: Instant | null
  taker_confirmed_at: Instant | null
  objection: string | null
  /** For which side it was written down. */
  recorded_side: 'giver' | 'taker'
  /** How the other side's code came in; null where there is none, and before there were codes of both sides. */
  code_given: 'scanned' | 'typed' | null
  /** The picture of what changed hands, where the other was not there to answer. */
  proof_photo_hash: string | null
  /** When silence counts as a yes; null where it never does. */
  object_by: Instant | null
  /** JSON: what the phone said of its clock and of wrong tries; empty when there is nothing to say. */
  details: string
  /** Who confirmed for the other side; null until then, and where nobody did. */
  answered_by: string | null
  /** The side that said nothing until `object_by`. */
  silent_side: 'giver' | 'taker' | null
}

/** Append-only. Every form that wrote a handover down, those of a record that was objected to and written again too. */
export type HandoverSendingRow = {
  idempotency_key: string
  handover_id: string
  sent_by: string
  arrived_at: Instant
}

/** Append-only. A correction is a new record that names the one it voids. */
export type WeighRecordRow = {
  id: string
  handover_id: string
  listing_id: string
  grade: Grade
  low_g: number | null
  typ_g: number | null
  high_g: number | null
  method: string
  reference: string | null
  reference_version: string | null
  tare_g: number
  device: string
  photo_hash: string | null
  weighed_by: string
  weighed_at: Instant
  voids_id: string | null
}

export type EntryKind = 'reuse' | 'pipeline_in' | 'pipeline_out' | 'became_waste' | 'reversal' | 'correction'

/** The mass ledger. Append-only, hash-chained. Parties are pseudonyms: people live in ledger_parties. */
export type MassLedgerRow = {
  seq: number
  id: string
  listing_id: string
  parent_listing_id: string | null
  handover_id: string | null
  kind: EntryKind
  /** +1, or -1 for a reversal: the grams below are always positive. */
  sign: 1 | -1
  low_g: number
  typ_g: number
  high_g: number
  grade: Grade
  method: string
  weight_reference: string
  weight_reference_version: string
  quantity: number
  unit: Unit
  eu_category: string
  channel: string
  material_key: string
  giver_party: string
  taker_party: string
  taker_type: 'end_user' | 'intermediary'
  municipality_istat: string
  effective_at: Instant
  recorded_at: Instant
  recorded_by_party: string
  reason: string
  reverses_id: string | null
  evidence_hash: string
  previous_hash: string
  hash: string
}

export type LedgerHeadRow = { id: 1; seq: number; hash: string }

/** Who a pseudonym is. Erasing a person empties the name here and leaves the ledger as it is. */
export type LedgerPartyRow = {
  id: string
  member_id: string | null
  organisation_id: string | null
  hub_id: string | null
  made_at: Instant
}

export type ThanksRow = {
  id: string
  handover_id: string
  from_id: string
  to_id: string
  text: string
  written_at: Instant
}

/** What a hub holds, piece by piece: its mass and quantity are the sums of its moves. */
export type StockLotRow = {
  id: string
  hub_id: string
  /** Short and sayable, unique in its hub: 'OZ-0042'. */
  code: string
  /** The listing it came in by; of a lot merged from several, that of the one the others joined. */
  origin_listing_id: string
  /** Merged from lots of several listings: what leaves it can no longer be put down to one of them. */
  is_mixed: Flag
  /** The stock lot it was split from. */
  parent_id: string | null
  material_key: string
  title: string
  unit: Unit
  quantity: number
  grams: number
  /** How its grams are known; E while nobody knows them, and then they are 0. */
  grade: Grade
  bay_id: string | null
  arrived_at: Instant
  /** The listing that offers it, or the last one that did. */
  listing_id: string | null
  /** Nothing of it is left. */
  ended_at: Instant | null
}

export type StockMoveKind =
  | 'arrived'
  | 'split_out'
  | 'split_in'
  | 'merged_out'
  | 'merged_in'
  | 'counted'
  | 'corrected'
  | 'left'
  | 'written_off'

/** Append-only. Quantity and grams are signed: what came in is positive. */
export type StockMoveRow = {
  id: string
  lot_id: string
  kind: StockMoveKind
  quantity: number
  grams: number
  other_lot_id: string | null
  handover_id: string | null
  ledger_entry_id: string | null
  reason: string
  by_id: string
  at: Instant
  idempotency_key: string
}

/** Which stock lot a listing was made from, for ever. */
export type StockOfferRow = { listing_id: string; lot_id: string; offered_by: string; offered_at: Instant }

/** The last number given in each hub. */
export type StockCodeRow = { hub_id: string; last: number }

/** A stock-taking of a bay, or of the whole hub. It stays open until somebody ends it. */
export type StockCountRow = {
  id: string
  hub_id: string
  bay_id: string | null
  started_by: string
  started_at: Instant
  ended_at: Instant | null
}

/** A lot looked at in a stock-taking, and what was found. Grams are null where nobody weighed. */
export type StockCountLineRow = {
  count_id: string
  lot_id: string
  quantity: number
  grams: number | null
  counted_by: string
  counted_at: Instant
}
