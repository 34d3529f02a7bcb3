import type { ListingRow } from '#db/schema/listings.ts'
import type { DraftChanges, StepReading, Typed } from './listing-draft.ts'
import type { WeightChoice } from './listing-draft-weight.ts'
import { isWeightSource } from './listing-draft-weight.ts'
import { readQuantity, units } from './quantity.ts'
import { readLength } from './quantity-length.ts'
import { numberMessage } from './quantity-message.ts'

export const sides = ['piece_length', 'piece_width', 'piece_thickness'] as const
export type Side = (typeof sides)[number]
export const sideUnits = ['mm', 'cm', 'm'] as const

const longestUsual = 8000
const bulkiestUsual = 4e9

/** Millimetres. Beams end at eight metres and no piece of furniture fills four cubic ones: beyond, a unit was mistaken. */
export function isUnlikelySize(size: readonly (number | null)[]) {
  const known = size.filter((side) => side !== null)
  const volume = known.length === sides.length ? known.reduce((product, side) => product * side, 1) : 0
  return Math.max(0, ...known) > longestUsual || volume > bulkiestUsual
}

export const conditions = ['new', 'good', 'worn', 'to_repair'] as const satisfies readonly ListingRow['condition'][]

/** The second step: the size of one piece, its condition, and how its weight is known. All of it may be left out. */
export function readMeasuresStep(typed: Typed): StepReading & { weight: WeightChoice | undefined } {
  const errors: StepReading['errors'] = {}
  const changes: DraftChanges = {}
  for (const side of sides) {
    const millimetres = readSide(typed, side, errors)
    if (millimetres !== undefined) changes[`${side}_mm`] = millimetres
  }
  askIfUnlikely(typed, changes, errors)
  const condition = conditions.find((each) => each === typed['condition'])
  if (condition) changes.condition = condition
  return { changes, errors, weight: readWeight(typed, errors) }
}

// Whoever types 1200 thinks of millimetres: twelve metres are kept once somebody has said that they are meant.
function askIfUnlikely(typed: Typed, changes: DraftChanges, errors: StepReading['errors']) {
  const size = sides.map((side) => changes[`${side}_mm`] ?? null)
  if (!isUnlikelySize(size) || typed['size_right'] === '1') return
  const longest = Math.max(...size.map((side) => side ?? 0))
  errors['size_right'] = `posting.errors.size-unlikely?metres=${Math.round(longest / 1000)}`
  for (const side of sides) delete changes[`${side}_mm`]
}

/** Null when left empty, undefined when it cannot be read. A unit written beside the number beats the chosen one. */
function readSide(typed: Typed, side: Side, errors: StepReading['errors']) {
  const text = typed[side]?.trim() ?? ''
  if (text === '') return null
  const unit = sideUnits.find((each) => each === typed[`${side}_unit`]) ?? 'mm'
  const read = readLength(/[a-z]/i.test(text) ? text : `${text} ${unit}`)
  if (read.problem === undefined) return read.value
  errors[side] = numberMessage({ ...read, typed: text }, unit, unit === 'm' ? 3 : unit === 'cm' ? 1 : 0)
  return undefined
}

function readWeight(typed: Typed, errors: StepReading['errors']): WeightChoice | undefined {
  const source = typed['weight_from'] ?? 'estimate'
  if (!isWeightSource(source)) {
    errors['weight_from'] = 'errors.choose'
    return undefined
  }
  const item_key = typed['weight_item'] || null
  if (source === 'estimate' || source === 'unknown') return { source, grams: null, item_key }
  const text = typed[`weight_${source}`]?.trim() ?? ''
  if (text === '') {
    errors[`weight_${source}`] = 'errors.required'
    return undefined
  }
  const read = readQuantity(text, 'g')
  if (read.problem === undefined) return { source, grams: read.value, item_key }
  errors[`weight_${source}`] = numberMessage(read, units.g.symbol, units.g.decimals)
  return undefined
}
