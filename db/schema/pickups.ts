import type { Instant } from './column.ts'

export type PickupState = 'proposed' | 'confirmed' | 'in_progress' | 'completed' | 'cancelled' | 'failed'

export type PickupRow = {
  id: string
  state: PickupState
  place_id: string
  donor_id: string
  claimant_id: string
  hub_id: string | null
  starts_at: Instant
  ends_at: Instant
  proposed_by: string
  proposed_at: Instant
  confirmed_by: string | null
  confirmed_at: Instant | null
  ended_at: Instant | null
  end_reason: string | null
  note: string
  /** Calendar identity: the same UID for a pickup and all its reschedulings; SEQUENCE grows. */
  calendar_uid: string
  calendar_sequence: number
  previous_id: string | null
}

export type PickupClaimRow = { pickup_id: string; claim_id: string }

export type PickupEventRow = {
  id: string
  pickup_id: string
  kind: string
  from_state: PickupState | null
  to_state: PickupState
  by_id: string | null
  via: string
  at: Instant
  details: string
}

/**
 * Somebody did not come: one for a pickup, however many claims it served; `claim_id` is the one it was reported from.
 * Stands unless contested within seven days and struck by a coordinator.
 */
export type NoShowRow = {
  id: string
  claim_id: string
  pickup_id: string
  absent: 'claimant' | 'donor'
  absent_id: string
  reported_by: string
  reported_at: Instant
  note: string
  contest_by: Instant
  contested_at: Instant | null
  contest_note: string
  decided_at: Instant | null
  decided_by: string | null
  decision: 'stands' | 'struck' | null
  decision_note: string
}
