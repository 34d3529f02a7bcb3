import { nodeHatch, nodeName } from '../listings/wanted-material.ts'
import { distanceMetres, type Point } from '../places/point.ts'
import { shortName } from './lot.ts'
import type { WantedRow } from './wanted-rows.server.ts'

type Seen = { locale: 'it' | 'en'; from?: Point | undefined }

/** What somebody looks for as others read it. Distances are from the blurred point, so they say no more than the circle. */
export function asWanted(row: WantedRow, { locale, from }: Seen) {
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
