import type { WeightTable } from '#db/reference/weight-table.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { estimateWeight } from './weight-estimate.ts'
import { gradeBand } from './weight-grade.ts'

export const weightSources = ['estimate', 'declared', 'weighed', 'unknown'] as const
export type WeightSource = (typeof weightSources)[number]

export function isWeightSource(text: string): text is WeightSource {
  return weightSources.some((source) => source === text)
}

/** How the donor wants the weight to be known; grams where they gave a figure, the weight row they recognised. */
export type WeightChoice = { source: WeightSource; grams: number | null; item_key: string | null }

export type WeightColumns = Pick<
  ListingRow,
  | 'weight_grade'
  | 'weight_low_g'
  | 'weight_typ_g'
  | 'weight_high_g'
  | 'weight_method'
  | 'weight_reference'
  | 'weight_reference_version'
>

type Lot = Pick<
  ListingRow,
  'material_key' | 'unit' | 'total' | 'piece_length_mm' | 'piece_width_mm' | 'piece_thickness_mm' | 'weight_photo_hash'
>

/** What is stored for a choice: grams with range and grade, or grade E and no grams when nothing verified says so. */
export function weightColumns(choice: WeightChoice, lot: Lot, table: WeightTable): WeightColumns {
  if (choice.source === 'estimate') return proposed(choice, lot, table)
  if (choice.source === 'unknown' || choice.grams === null) return unknown(choice.source, choice.item_key)
  // A figure from a scale counts as weighed once the photo of its display is there; until then it is somebody's word.
  const grade = choice.source === 'weighed' && lot.weight_photo_hash !== null ? 'A' : 'D'
  const { low, typ, high } = gradeBand(grade, choice.grams)
  const known = { weight_low_g: low, weight_typ_g: typ, weight_high_g: high }
  return {
    weight_grade: grade,
    ...known,
    weight_method: choice.source,
    weight_reference: choice.item_key,
    weight_reference_version: null,
  }
}

/** The choice behind a stored weight, so that changing the quantity can weigh the lot again. */
export function weightChoiceOf(
  lot: Pick<ListingRow, 'weight_method' | 'weight_typ_g' | 'weight_reference'>,
): WeightChoice {
  const stored = lot.weight_method ?? 'estimate'
  const source = isWeightSource(stored) ? stored : 'estimate'
  const grams = source === 'declared' || source === 'weighed' ? lot.weight_typ_g : null
  return { source, grams, item_key: lot.weight_reference }
}

function proposed({ item_key }: WeightChoice, lot: Lot, table: WeightTable): WeightColumns {
  if (lot.material_key === null) return unknown('estimate', item_key)
  const estimate = estimateWeight({ ...lot, material_key: lot.material_key, item_key }, table)
  if (!estimate) return unknown('estimate', item_key)
  return {
    weight_grade: estimate.grade,
    weight_low_g: estimate.low,
    weight_typ_g: estimate.typ,
    weight_high_g: estimate.high,
    weight_method: estimate.method,
    weight_reference: estimate.reference,
    weight_reference_version: estimate.reference_version,
  }
}

function unknown(source: WeightSource, item_key: string | null): WeightColumns {
  const none = { weight_low_g: null, weight_typ_g: null, weight_high_g: null, weight_reference_version: null }
  return { weight_grade: 'E', ...none, weight_method: source, weight_reference: item_key }
}
