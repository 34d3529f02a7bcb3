import type { Flag } from '#db/schema/column.ts'
import type { Grade, Unit } from '#db/schema/listings.ts'
import type { Load } from './load.ts'

/**
 * What a van is to do for one claimant at one site: collect for the hub's stock, collect and deliver, or deliver what is at
 * the hub. Its id is that of its first claim, or names a day of a collection.
 */
export type Errand = {
  id: string
  /** The day of a collection that it is; there is no claim behind it until it is put on a round. */
  collection?: { id: string; day: string }
  /** Undefined when the goods are at the hub already. */
  collect: Spot | undefined
  /** Undefined when the hub itself takes them. */
  deliver: Spot | undefined
  /** It is to be brought to somebody who has not said where. */
  lacks_goal: boolean
  /** The time proposed or agreed with the people; null while there is none. */
  window: { from: string; to: string } | null
  is_agreed: boolean
  /** When the donor is there on the day asked about; null when nobody said. */
  openings: { from: string; to: string }[] | null
  must_go_by: string | null
  from: string
  to: string
  claims: ErrandClaim[]
}

export type Spot = { place_id: string; area: string }

export type ErrandClaim = Load & {
  id: string
  listing_id: string
  title: string
  unit: Unit
  quantity: number
  grade: Grade
  floor: number | null
  has_lift: Flag
  help_to_load: Flag
}
