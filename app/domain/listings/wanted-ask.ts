import { dayInRome, endOfRomanDay, later } from '../instant.ts'
import { readAmount } from './listing-ask-material.ts'
import { readMeasuresStep, sides } from './listing-ask-measures.ts'
import type { StepReading, Typed } from './listing-draft.ts'
import { leastConditions, mostDays, purposeLength, usualDays, type WantedFacts, wantedRadii } from './wanted.ts'
import { findNode, type Node } from './wanted-material.ts'

type Errors = StepReading['errors']
type Read = { facts: WantedFacts | undefined; errors: Errors; choices: Node[] }

/** The whole form but the place. `facts` only when every box could be read; else a sentence for each that could not. */
export function readWanted(typed: Typed, locale: 'it' | 'en', now: string): Read {
  const errors: Errors = {}
  const found = findNode(typed, locale)
  if (found.error) errors['material'] = found.error
  const { unit = 'piece', total = 1 } = readAmount(typed, errors)
  const size = readLeastSize(typed, errors)
  const rest = { radius_m: readRadius(typed, errors), must_go_by: readEnd(typed, now, errors) }
  const description = (typed['purpose'] ?? '').replace(/\s+/g, ' ').trim()
  if (description.length > purposeLength) errors['purpose'] = `errors.too-long?max=${purposeLength}`
  const condition = leastConditions.find((each) => each === typed['condition']) ?? null
  const complete = found.chosen && Object.keys(errors).length === 0
  const facts = complete
    ? { material_key: found.chosen.key, unit, total, condition, description, ...size, ...rest }
    : undefined
  return { facts, errors, choices: found.choices ?? [] }
}

function readLeastSize(typed: Typed, errors: Errors) {
  // On a cut list a bare number is millimetres.
  const inMillimetres = Object.fromEntries(sides.map((side) => [`${side}_unit`, 'mm']))
  const sizes = Object.fromEntries(sides.map((side) => [side, typed[side] ?? '']))
  const read = readMeasuresStep({ ...sizes, ...inMillimetres })
  for (const side of sides) if (read.errors[side]) errors[side] = read.errors[side]
  const { piece_length_mm = null, piece_width_mm = null, piece_thickness_mm = null } = read.changes
  return { piece_length_mm, piece_width_mm, piece_thickness_mm }
}

function readRadius(typed: Typed, errors: Errors) {
  const km = wantedRadii.find((each) => String(each) === typed['radius'])
  if (km === undefined) errors['radius'] = 'errors.choose'
  return (km ?? 0) * 1000
}

function readEnd(typed: Typed, now: string, errors: Errors) {
  const day = typed['until']?.trim() || dayInRome(later(now, { days: usualDays }))
  const isDay = /^20\d\d-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))
  if (!isDay || !new Date(day).toISOString().startsWith(day)) errors['until'] = 'errors.date'
  else if (day < dayInRome(now)) errors['until'] = 'errors.past'
  else if (day > dayInRome(later(now, { days: mostDays })))
    errors['until'] = `wanted.errors.too-long-ahead?days=${mostDays}`
  return errors['until'] ? null : endOfRomanDay(day)
}
