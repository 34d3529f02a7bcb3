import type { Flag, Instant } from './column.ts'
import type { Weekday } from './hubs.ts'

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

export type SlotKind = 'drop_off' | 'pickup'

/** Slots of a hub that come again every week, on a Roman clock. */
export type SlotSeriesRow = {
  id: string
  hub_id: string
  kind: SlotKind
  weekday: Weekday
  from_time: string
  to_time: string
  every_minutes: number
  capacity: number
  /** Days 'YYYY-MM-DD', both within; open-ended while null. */
  starts_on: string
  ends_on: string | null
  made_by: string
  made_at: Instant
}

/** A slot offered by itself, or one of a series that somebody has touched: the others are only computed. */
export type SlotRow = {
  id: string
  hub_id: string
  kind: SlotKind
  series_id: string | null
  starts_at: Instant
  ends_at: Instant
  capacity: number
  /** How many of its bookings are open. */
  booked: number
  closed_at: Instant | null
  close_reason: string
  offered_by: string
}

export type SlotBookingRow = {
  id: string
  slot_id: string
  member_id: string
  /** The pickup it is for; null for something brought to the hub. */
  pickup_id: string | null
  note: string
  is_open: Flag
  booked_at: Instant
  released_at: Instant | null
  release_reason: string
  calendar_uid: string
  calendar_sequence: number
}

/** When somebody is there in a usual week, for one lot or for all at one place. Roman clock. */
export type AvailabilityHoursRow = {
  id: string
  listing_id: string | null
  place_id: string | null
  weekday: Weekday
  from_time: string
  to_time: string
}

/** A day that is not as usual: its `spans` as places/opening.ts writes them, '' when nobody is there. */
export type AvailabilityDayRow = {
  id: string
  listing_id: string | null
  place_id: string | null
  day: string
  spans: string
}

/** A hub comes by at an organisation again and again. Which days, collection.ts computes. */
export type CollectionRow = {
  id: string
  hub_id: string
  organisation_id: string
  place_id: string | null
  rhythm: 'weekly' | 'fortnightly' | 'monthly'
  weekday: Weekday
  nth: number | null
  from_time: string
  to_time: string
  starts_on: string
  ends_on: string | null
  note: string
  made_by: string
  made_at: Instant
  /** What there usually is, as the hub was told; null while nobody said. */
  expected_g: number | null
  expected_dm3: number | null
}

/** One day of a collection as the lot it became when it was put on a round. */
export type CollectionLotRow = {
  listing_id: string
  collection_id: string
  /** The one the plan gives it. */
  day: string
  starts_at: Instant
  ends_at: Instant
  /** When the van is expected, as the company was last told; null before, and when no round takes it any more. */
  expected_from: Instant | null
  expected_to: Instant | null
  told_at: Instant | null
  /** It came to nothing: that day may become another lot. */
  ended_at: Instant | null
}

/** One of them skipped, or moved to another day. */
export type CollectionChangeRow = {
  collection_id: string
  day: string
  moved_to: string | null
  reason: string
  changed_by: string
  changed_at: Instant
}

/** A private calendar: all pickups of a member or, for who coordinates it, of a hub. */
export type CalendarFeedRow = {
  id: string
  member_id: string
  hub_id: string | null
  feed_key: string
  opened_at: Instant
}
