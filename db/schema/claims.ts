import type { Flag, Instant } from './column.ts'

export type ClaimState =
  | 'requested'
  | 'waitlisted'
  | 'offered'
  | 'confirmed'
  | 'scheduled'
  | 'collected'
  | 'declined'
  | 'lapsed'
  | 'cancelled_by_claimant'
  | 'cancelled_by_donor'
  | 'no_show'
  | 'superseded'

export type Transport = 'on_foot' | 'bike' | 'car' | 'van' | 'truck' | 'needs_delivery'

export type ClaimRow = {
  id: string
  listing_id: string
  parent_id: string | null
  claimant_id: string
  organisation_id: string | null
  /** The hub that asks, for its stock; null when the claimant asks for themself or their organisation. */
  hub_id: string | null
  /** Where a hub's vehicle takes it, when the claimant cannot come. */
  delivery_place_id: string | null
  /** The organisation if there is one, else the member: who may have one open claim on a lot. */
  party_key: string
  state: ClaimState
  is_open: Flag
  qty_wanted: number
  qty_min: number
  /** What is offered, confirmed or scheduled; 0 while nothing is held. */
  qty: number
  qty_done: number
  days: string
  transport: Transport
  purpose: string
  position: number | null
  requested_at: Instant
  offered_at: Instant | null
  offer_expires_at: Instant | null
  confirmed_at: Instant | null
  ended_at: Instant | null
  end_reason: string | null
  /** A word the claimant brings to the draw; public once the draw is. */
  draw_word: string
  /** Place and reasons given when the window closed; null before, and where no window is. */
  place_in_rank: number | null
  /** JSON: why it stands where it stands. */
  rank_reasons: string
  /** A confirmed claim lapses when no pickup is agreed by then. */
  schedule_by: Instant | null
  /** Ended late, but what it held went to somebody else: forgiven. */
  is_replaced: Flag
}

export type ClaimEventRow = {
  id: string
  claim_id: string
  listing_id: string
  kind: string
  from_state: ClaimState | null
  to_state: ClaimState
  quantity: number
  by_id: string | null
  via: string
  at: Instant
  details: string
}

/** What a claim's handover codes are made from. Apart from claims, so that no list of claims can leak it. */
export type HandoverCodeRow = {
  claim_id: string
  /** 32 bytes, base64url. */
  secret: string
  /** The taker's six characters where they were drawn before there were secrets, until they are used; else empty. */
  code: string
  /** Of the taker's code, and of the giver's. */
  wrong_tries: number
  giver_wrong_tries: number
  made_at: Instant
}

/** Append-only. */
export type DrawEntryRow = { draw_id: string; claim_id: string; word: string; ticket: string; place_drawn: number }
