import type { ListingRow } from '#db/schema/listings.ts'

/** How far one would go, in kilometres. */
export const wantedRadii = [2, 5, 10, 25, 50, 100] as const
export const usualRadius = 10

/** How long a wanted post stands unless its author says so, and at most, in days. */
export const usualDays = 60
export const mostDays = 180

/** How many a party may have open: a shopping list, not a catalogue. */
export const mostOpen = 12

/** How long before its end its author is asked whether they still look. In days. */
export const askBefore = 3

export const purposeLength = 200

/** The worst condition that will do; the better ones do too. Null: any. */
export const leastConditions = ['worn', 'good', 'new'] as const

/** What somebody looks for, as it is kept in a listing. */
export type WantedFacts = Pick<
  ListingRow,
  | 'material_key'
  | 'unit'
  | 'total'
  | 'piece_length_mm'
  | 'piece_width_mm'
  | 'piece_thickness_mm'
  | 'condition'
  | 'radius_m'
  | 'must_go_by'
  | 'description'
>
