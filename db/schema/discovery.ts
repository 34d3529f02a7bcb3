import type { Instant } from './column.ts'

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
