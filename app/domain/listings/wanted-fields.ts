import type { ListingRow } from '#db/schema/listings.ts'
import { dayInRome, later } from '../instant.ts'
import { sides } from './listing-ask-measures.ts'
import type { Typed } from './listing-draft.ts'
import { writeQuantity } from './quantity.ts'
import { usualDays, usualRadius } from './wanted.ts'
import { node, nodeName } from './wanted-material.ts'

type Locale = 'it' | 'en'

/** A wanted post's form as it would have been typed. */
export function wantedFields(wanted: ListingRow, locale: Locale): Typed {
  const { material_key, unit, total, condition, radius_m, must_go_by, description, organisation_id } = wanted
  return {
    material: nodeName(material_key, locale),
    material_key: material_key ?? '',
    quantity: writeQuantity(total, unit, locale),
    unit,
    ...Object.fromEntries(sides.map((side) => [side, String(wanted[`${side}_mm`] ?? '')])),
    condition: condition ?? '',
    radius: String((radius_m ?? usualRadius * 1000) / 1000),
    until: must_go_by === null ? '' : dayInRome(must_go_by),
    purpose: description,
    behalf: organisation_id ?? '',
  }
}

/** An empty form, with the material already in it when a search for it found nothing. */
export function emptyWantedFields(materialKey: string | null, locale: Locale, now: string): Typed {
  const asked = node(materialKey)
  return {
    material: asked?.name[locale] ?? '',
    material_key: asked?.key ?? '',
    quantity: '',
    unit: 'piece',
    condition: '',
    radius: String(usualRadius),
    until: dayInRome(later(now, { days: usualDays })),
    purpose: '',
    behalf: '',
  }
}
