import type { LotIndexRow } from '#db/schema/discovery.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { stem } from '../listings/material-search.ts'
import { distanceMetres } from '../places/point.ts'
import type { Asked } from './asked.ts'
import { type Fit, fitOf } from './cut-list.ts'
import { acceptable } from './match.ts'
import { daysUntil } from './search-href.ts'

/** All that a question looks at in a lot. */
export type LotFacts = Pick<LotIndexRow, 'latitude_e6' | 'longitude_e6' | 'material_key' | 'condition'> &
  Pick<LotIndexRow, 'weight_grade' | 'unit' | 'available' | 'reserved_until' | 'at_hub'> &
  Pick<ListingRow, 'must_go_by'> &
  Pick<LotIndexRow, 'piece_length_mm' | 'piece_width_mm' | 'piece_thickness_mm' | 'search_text'>

/** Why a lot answers: how far it is, and how many lines of the cut list it serves, with what waste in thousandths. */
export type Answer = { distance_m: number | undefined; cut: Fit | undefined }

/** When it is asked, and whether by somebody for whom reserved lots are kept at first. */
type Circumstances = { at: string; comes_first: boolean }

/** What a question means: whether one lot answers it, and why. Every index, on either database, gives the same. */
export function answers(lot: LotFacts, asked: Asked, { at, comes_first }: Circumstances): Answer | undefined {
  const { ask, from } = asked
  const isOver = lot.must_go_by !== null && lot.must_go_by <= at
  const isKept = ask.open === '1' && !comes_first && lot.reserved_until !== null && lot.reserved_until > at
  if (isOver || isKept || !isOfMaterial(lot, ask.material) || !isInTime(lot, ask.by, at)) return undefined
  if (!isGoodEnough(lot, asked) || !isInBox(lot, asked) || !saysAll(lot, asked)) return undefined
  const distance_m = from && distanceMetres(from, lot)
  if (distance_m !== undefined && ask.radius !== undefined && distance_m > ask.radius * 1000) return undefined
  if (asked.lines.length === 0) return { distance_m, cut: undefined }
  const cut = fitOf(lot, lot.available, asked.lines, ask.tolerance)
  return cut && { distance_m, cut }
}

export function isOfMaterial({ material_key }: Pick<LotFacts, 'material_key'>, wanted: string) {
  return wanted === '' || material_key === wanted || material_key.startsWith(`${wanted}.`)
}

const day_ms = 86_400_000

function isInTime({ must_go_by }: LotFacts, by: Asked['ask']['by'], at: string) {
  return by === undefined || (must_go_by !== null && Date.parse(must_go_by) - Date.parse(at) <= daysUntil[by] * day_ms)
}

function isGoodEnough(lot: LotFacts, { ask }: Asked) {
  const { quantity = 0, condition, weighed, at_hub } = ask
  if (lot.available < quantity || (at_hub === '1' && lot.at_hub !== 1)) return false
  if (weighed === '1' && lot.weight_grade !== 'A' && lot.weight_grade !== 'B') return false
  return condition === undefined || lot.condition === null || acceptable(condition).includes(lot.condition)
}

function isInBox({ latitude_e6, longitude_e6 }: LotFacts, { box }: Asked) {
  if (!box) return true
  const { west_e6, south_e6, east_e6, north_e6 } = box
  const afterWest = longitude_e6 >= west_e6
  const beforeEast = longitude_e6 <= east_e6
  const isBetween = west_e6 <= east_e6 ? afterWest && beforeEast : afterWest || beforeEast
  return isBetween && latitude_e6 >= south_e6 && latitude_e6 <= north_e6
}

const longest_mm = 2_000_000

function saysAll(lot: LotFacts, { text }: Asked) {
  const { words, min_length_mm, min_quantity } = text
  if (min_quantity !== undefined && lot.available < min_quantity) return false
  if (min_length_mm !== undefined && (lot.piece_length_mm ?? 0) < Math.min(min_length_mm, longest_mm)) return false
  return words.every((typed) => says(lot, typed))
}

/** One lot is held against thousands of questions, of which hundreds say the same words. */
function says(lot: LotFacts, typed: string) {
  const { words, asked } = told.get(lot) ?? { words: lot.search_text.split(' '), asked: new Map<string, boolean>() }
  told.set(lot, { words, asked })
  const known = asked.get(typed)
  if (known !== undefined) return known
  const stemmed = stem(typed)
  const isSaid = words.some((word) => word.startsWith(typed) || (word.startsWith(stemmed) && stem(word) === stemmed))
  asked.set(typed, isSaid)
  return isSaid
}

const told = new WeakMap<LotFacts, { words: string[]; asked: Map<string, boolean> }>()
