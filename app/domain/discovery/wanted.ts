import type { ListingRow } from '#db/schema/listings.ts'
import type { OrganisationKind } from '#db/schema/people.ts'
import { nodeHatch, nodeName } from '../listings/wanted-material.ts'
import { distanceMetres, type Point } from '../places/point.ts'
import { shortName } from './lot.ts'

type Row = Point &
  Pick<ListingRow, 'id' | 'state' | 'material_key' | 'total' | 'unit' | 'condition' | 'description' | 'radius_m'> &
  Pick<ListingRow, 'piece_length_mm' | 'piece_width_mm' | 'piece_thickness_mm' | 'must_go_by'> & {
    donor_name: string
    organisation_name: string | null
    organisation_kind: OrganisationKind | null
    area: string
  }

type Seen = { locale: 'it' | 'en'; from?: Point | undefined }

/** What somebody looks for as others read it. Distances are from the blurred point, so they say no more than the circle. */
export function asWanted(row: Row, { locale, from }: Seen) {
  const { id, state, total, unit, condition, description, area, must_go_by } = row
  return {
    id,
    state,
    material_key: row.material_key ?? '',
    material_name: nodeName(row.material_key, locale),
    hatch: nodeHatch(row.material_key),
    total,
    unit,
    length_mm: row.piece_length_mm,
    width_mm: row.piece_width_mm,
    thickness_mm: row.piece_thickness_mm,
    condition,
    purpose: description,
    who: row.organisation_name ?? shortName(row.donor_name),
    who_kind: row.organisation_kind ?? ('member' as const),
    area,
    radius_m: row.radius_m ?? 0,
    distance_m: from ? distanceMetres(from, row) : undefined,
    must_go_by,
  }
}

export type WantedOnCard = ReturnType<typeof asWanted>
