import type { Grade, ListingRow } from '#db/schema/listings.ts'
import type { OrganisationKind } from '#db/schema/people.ts'
import { available, badge, urgency } from '../listings/listing.ts'
import { hatchOf, materialName } from '../listings/material.ts'
import { tintOf } from '../listings/photo.ts'
import { distanceMetres, type Point } from '../places/point.ts'

type Row = Pick<
  ListingRow,
  | 'id'
  | 'code'
  | 'title'
  | 'state'
  | 'material_key'
  | 'unit'
  | 'total'
  | 'held'
  | 'collected'
  | 'written_off'
  | 'must_go_by'
> &
  Pick<ListingRow, 'weight_grade' | 'weight_low_g' | 'weight_typ_g' | 'weight_high_g'> & {
    donor_name: string
    organisation_name: string | null
    organisation_kind: OrganisationKind | null
    area: string | null
    latitude_e6: number | null
    longitude_e6: number | null
    photo_hash: string | null
    photo_alt: string | null
    photo_thumbhash: string | null
  }

type Seen = { locale: 'it' | 'en'; now: string; from?: Point | undefined }

/** A lot as a card shows it. Distances are from the blurred point, so they say no more than the circle does. What a card does not show is left out: a page sends two dozen of them twice. */
export function asLot(row: Row, { locale, now, from }: Seen) {
  const at =
    row.latitude_e6 !== null && row.longitude_e6 !== null
      ? { latitude_e6: row.latitude_e6, longitude_e6: row.longitude_e6 }
      : undefined
  const weight = weightOfRow(row)
  return {
    id: row.id,
    ...(row.code ? { code: row.code } : {}),
    title: row.title,
    material_name: materialName(row.material_key, locale),
    hatch: hatchOf(row.material_key),
    photo: row.photo_hash
      ? { hash: row.photo_hash, alt: row.photo_alt ?? '', tint: tintOf(row.photo_thumbhash ?? '') }
      : undefined,
    available: available(row),
    total: row.total,
    unit: row.unit,
    ...(weight ? { weight: { typ: weight.typ, grade: weight.grade } } : {}),
    ...(at && from ? { distance_m: distanceMetres(from, at) } : {}),
    who: row.organisation_name ?? shortName(row.donor_name),
    who_kind: row.organisation_kind ?? ('member' as const),
    area: row.area ?? '',
    ...(row.must_go_by ? { must_go_by: row.must_go_by } : {}),
    urgency: urgency(row.must_go_by, now),
    ...(badge(row) === 'gone' ? { gone: true } : {}),
  }
}

export type LotOnCard = ReturnType<typeof asLot>

type Weighed = {
  weight_grade: Grade
  weight_low_g: number | null
  weight_typ_g: number | null
  weight_high_g: number | null
}

/** The weight of a whole lot in grams, or undefined when nobody knows it (grade E). */
export function weightOfRow({ weight_grade, weight_low_g, weight_typ_g, weight_high_g }: Weighed) {
  if (weight_low_g === null || weight_typ_g === null || weight_high_g === null) return undefined
  return { low: weight_low_g, typ: weight_typ_g, high: weight_high_g, grade: weight_grade }
}

/** «Marta D.»: strangers read a first name and an initial. */
export function shortName(name: string) {
  const [first = '', ...rest] = name.trim().split(/\s+/)
  const last = rest.at(-1)
  return last ? `${first} ${last.charAt(0).toUpperCase()}.` : first
}
