import { type DraftChanges, descriptionLength, type StepReading, type Typed, titleLength } from './listing-draft.ts'
import { type Material, material } from './material.ts'
import { fold, searchMaterials } from './material-search.ts'
import { isUnit, readQuantity, units } from './quantity.ts'
import { numberMessage } from './quantity-message.ts'

type Locale = 'it' | 'en'
type Read = StepReading & { choices: Material[] }

/**
 * The first step: title, material, quantity, words. A material that was only typed is looked up; when several answer,
 * they come back as `choices` to tick.
 */
export function readMaterialStep(typed: Typed, locale: Locale): Read {
  const errors: StepReading['errors'] = {}
  const changes: DraftChanges = { ...readWords(typed, errors), ...readAmount(typed, errors) }
  const found = findMaterial(typed, locale)
  if (found.chosen) changes.material_key = found.chosen.key
  else errors['material'] = found.error
  return { changes, errors, choices: found.chosen ? [] : found.choices }
}

function readWords(typed: Typed, errors: StepReading['errors']) {
  const title = oneLine(typed['title'] ?? '')
  const description = (typed['description'] ?? '').trim()
  if (title === '') errors['title'] = 'errors.required'
  if (title.length > titleLength) errors['title'] = `errors.too-long?max=${titleLength}`
  if (description.length > descriptionLength) errors['description'] = `errors.too-long?max=${descriptionLength}`
  return { ...(errors['title'] ? {} : { title }), ...(errors['description'] ? {} : { description }) }
}

export function readAmount(typed: Typed, errors: StepReading['errors']): DraftChanges {
  const unit = typed['unit'] ?? ''
  if (!isUnit(unit)) {
    errors['unit'] = 'errors.choose'
    return {}
  }
  const quantity = typed['quantity']?.trim() ?? ''
  if (quantity === '') {
    errors['quantity'] = 'errors.required'
    return {}
  }
  const read = readQuantity(quantity, unit)
  if (read.problem === undefined) return { unit, total: read.value }
  errors['quantity'] = numberMessage(read, units[unit].symbol, units[unit].decimals)
  return {}
}

type Found =
  | { chosen: Material; error?: never; choices?: never }
  | { chosen?: never; error: string; choices: Material[] }

function findMaterial(typed: Typed, locale: Locale): Found {
  const text = typed['material']?.trim() ?? ''
  const ticked = material(typed['material_choice'])
  if (ticked) return { chosen: ticked }
  // The key was sent with the name it belongs to. Typed over without scripts, the name speaks and the key is old.
  const named = material(typed['material_key'])
  if (named && isNameOf(named, text)) return { chosen: named }
  if (text === '') return { error: 'errors.required', choices: [] }
  const answers = searchMaterials(text, locale, 8)
  const exact = answers.find((answer) => isNameOf(answer, text)) ?? (answers.length === 1 ? answers[0] : undefined)
  if (exact) return { chosen: exact }
  return {
    error: answers.length > 0 ? 'posting.errors.material-which' : 'posting.errors.material-unknown',
    choices: answers,
  }
}

function isNameOf({ name }: Material, text: string) {
  return fold(text) === fold(name.it) || fold(text) === fold(name.en)
}

function oneLine(text: string) {
  return text.replace(/\s+/g, ' ').trim()
}
