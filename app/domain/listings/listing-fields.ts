import type { ListingRow } from '#db/schema/listings.ts'
import { dayInRome } from '../instant.ts'
import { sides } from './listing-ask-measures.ts'
import type { Typed } from './listing-draft.ts'
import { weightChoiceOf } from './listing-draft-weight.ts'
import { materialName } from './material.ts'
import { writeQuantity } from './quantity.ts'

type Locale = 'it' | 'en'

/** The first step's fields as they would have been typed. An empty draft has no quantity until somebody says one. */
export function materialFields(listing: ListingRow, quantity_given: boolean, locale: Locale): Typed {
  const { title, description, material_key, unit, total } = listing
  return {
    title,
    description,
    material: material_key === null ? '' : materialName(material_key, locale),
    material_key: material_key ?? '',
    quantity: quantity_given ? writeQuantity(total, unit, locale) : '',
    unit,
  }
}

export function measuresFields(listing: ListingRow, locale: Locale): Typed {
  const fields: Record<string, string> = { condition: listing.condition ?? '' }
  for (const side of sides) {
    const { text, unit } = sideField(listing[`${side}_mm`], locale)
    fields[side] = text
    fields[`${side}_unit`] = unit
  }
  const { source, grams, item_key } = weightChoiceOf(listing)
  fields['weight_from'] = source
  fields['weight_item'] = item_key ?? ''
  if (grams !== null) fields[`weight_${source}`] = writeQuantity(grams, 'g', locale)
  return fields
}

export function pickupFields(listing: ListingRow): Typed {
  const { available_from, must_go_by, floor, has_lift, van_access, help_to_load } = listing
  const { allocation_rule, reserved_until } = listing
  return {
    available_from: available_from === null ? '' : dayInRome(available_from),
    must_go_by: must_go_by === null ? '' : dayInRome(must_go_by),
    floor: floor === null ? '' : String(floor),
    has_lift: String(has_lift),
    van_access: String(van_access),
    help_to_load: String(help_to_load),
    allocation_rule,
    is_reserved: reserved_until === null ? '' : '1',
    reserved_until: reserved_until === null ? '' : dayInRome(reserved_until),
  }
}

/** Centimetres as people measure, millimetres for what is thin, metres for what is long. */
function sideField(millimetres: number | null, locale: Locale) {
  if (millimetres === null) return { text: '', unit: 'cm' }
  if (millimetres >= 2000 && millimetres % 10 === 0)
    return { text: writeQuantity(millimetres, 'mm', locale), unit: 'm' }
  return millimetres % 10 === 0
    ? { text: String(millimetres / 10), unit: 'cm' }
    : { text: String(millimetres), unit: 'mm' }
}
