import type { ListingRow } from '#db/schema/listings.ts'

type Lot = Pick<
  ListingRow,
  | 'unit'
  | 'total'
  | 'weight_typ_g'
  | 'piece_length_mm'
  | 'piece_width_mm'
  | 'piece_thickness_mm'
  | 'floor'
  | 'has_lift'
  | 'help_to_load'
>

/** What a van has to have room for: whole grams, dm³ and the longest piece in mm. 0 grams: nobody knows. */
export type Load = { grams: number; dm3: number; longest_mm: number }

/** Loose goods of a clear-out, in grams per dm³: what a lot of unknown size takes up is reckoned from its mass. */
const loose = 250
/** Pieces do not fill a van to the corners. */
const stacked = 1.3

/** What `quantity` base units of a lot weigh and take up, from the lot's own figures. */
export function loadOf(lot: Lot, quantity: number): Load {
  const grams = lot.weight_typ_g === null ? 0 : Math.round((lot.weight_typ_g * quantity) / lot.total)
  return { grams, dm3: Math.ceil(volume(lot, quantity, grams)), longest_mm: lot.piece_length_mm ?? 0 }
}

/** Of a collection of which nobody said how much there is: about what stands on a pallet. The pages say that it is assumed. */
const assumed = 150_000

type Expected = { expected_g: number | null; expected_dm3: number | null }

/** What the van keeps free for a collection: what was said, else what follows from it, else what is assumed. */
export function loadOfCollection({ expected_g, expected_dm3 }: Expected): Load {
  const grams = expected_g ?? (expected_dm3 === null ? assumed : expected_dm3 * loose)
  return { grams, dm3: expected_dm3 ?? Math.ceil(grams / loose), longest_mm: 0 }
}

/** Kilograms that a company said it would have are declared; others nobody knows. */
export function gradeOfCollection({ expected_g }: Pick<Expected, 'expected_g'>) {
  return expected_g === null ? 'E' : 'D'
}

function volume(lot: Lot, quantity: number, grams: number) {
  if (lot.unit === 'dm3') return quantity
  const { piece_length_mm: long, piece_width_mm: wide, piece_thickness_mm: thick } = lot
  if (lot.unit === 'piece' && long && wide && thick) return (quantity * long * wide * thick * stacked) / 1e6
  return grams / loose
}

/** Whole seconds at a stop: parking and papers, twenty kilograms a minute, longer by the stairs and without a hand. */
export function serviceSeconds(lots: readonly (Pick<Lot, 'floor' | 'has_lift' | 'help_to_load'> & Load)[]) {
  const handling = lots.reduce((sum, lot) => sum + (lot.grams / 20_000) * 60 * effort(lot), 0)
  return Math.round(Math.min(5400, 480 + handling))
}

function effort({ floor, has_lift, help_to_load }: Pick<Lot, 'floor' | 'has_lift' | 'help_to_load'>) {
  const stairs = has_lift ? 0 : Math.abs(floor ?? 0)
  return (1 + 0.5 * stairs) * (help_to_load ? 0.7 : 1)
}
