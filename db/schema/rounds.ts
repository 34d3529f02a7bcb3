import type { Flag, Instant } from './column.ts'
import type { Grade } from './listings.ts'

export type RoundState = 'draft' | 'published' | 'in_progress' | 'closed' | 'cancelled'

/** One vehicle of a hub on one Roman day. Times are the plan's, null while it has no stops. */
export type RoundRow = {
  id: string
  hub_id: string
  vehicle_id: string
  day: string
  state: RoundState
  /** Grows with every change of the plan: who saves an older one is told. */
  version: number
  driver_id: string | null
  leaves_at: Instant | null
  returns_at: Instant | null
  lunch_at: Instant | null
  metres: number
  /** Its stops stay as they are while others are planned. */
  is_locked: Flag
  made_by: string
  made_at: Instant
  changed_by: string
  changed_at: Instant
  published_at: Instant | null
  started_at: Instant | null
  ended_at: Instant | null
}

export type StopKind = 'collect' | 'deliver' | 'hub_in' | 'hub_out'

export type RoundStopRow = {
  id: string
  round_id: string
  position: number
  kind: StopKind
  place_id: string
  starts_at: Instant | null
  ends_at: Instant | null
  /** Stays with its vehicle and behind the stop before it. */
  is_pinned: Flag
  state: 'planned' | 'done' | 'failed'
  failed_reason: string | null
  /** What the driver said of it. */
  note: string
  done_at: Instant | null
}

/** What of a claim goes aboard or leaves at a stop: base units, and what they are held to weigh and measure. */
export type RoundLoadRow = {
  id: string
  stop_id: string
  claim_id: string
  kind: 'collect' | 'deliver' | 'hub_out'
  quantity: number
  grams: number
  dm3: number
  longest_mm: number
  state: 'planned' | 'done' | 'failed'
}

export type RoundMoveKind = 'collected' | 'hub_out' | 'delivered' | 'hub_in' | 'disposed' | 'difference'

/** What went aboard and what left, in grams. Append-only: a round closes when they balance. */
export type RoundMoveRow = {
  id: string
  round_id: string
  stop_id: string | null
  load_id: string | null
  kind: RoundMoveKind
  grams: number
  quantity: number
  grade: Grade
  reason: string
  /** Of the scale. */
  photo_hash: string | null
  handover_id: string | null
  idempotency_key: string
  happened_at: Instant
  recorded_at: Instant
  recorded_by: string
}
