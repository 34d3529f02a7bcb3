import type { WeightRow, WeightTable } from '#db/reference/weight-table.ts'
import type { Unit } from '#db/schema/listings.ts'
import { type Material, material } from './material.ts'
import { type Band, gradeBand } from './weight-grade.ts'

export type WeightAsk = {
  material_key: string
  unit: Unit
  /** In base units. */
  total: number
  /** One piece, in millimetres; what is not known is left out. */
  piece_length_mm?: number | null
  piece_width_mm?: number | null
  piece_thickness_mm?: number | null
  /** The weight row the donor recognised ("EPAL pallet", "oak"). */
  item_key?: string | null
}

export type WeightEstimate = Band & {
  grade: 'B' | 'C' | 'D'
  method: 'count-unit-weight' | 'size-density' | 'weighed-unit'
  /** Key of the weight row, or the material's own key when the quantity is already a mass. */
  reference: string
  reference_version: string
}

/** Formats made to a standard or sold with a data sheet: naming one of them is a document (grade B). */
const standardItems = new Set([
  'pallet_epal1',
  'brick_solid_5x12x25',
  'brick_hollow_8x12x24',
  'brick_hollow_8x24x30',
  'brick_hollow_10x24x30',
  'brick_hollow_12x24x30',
])

/**
 * Grams of a lot from its quantity, or undefined when nothing verified says so: we would rather not know than make it up.
 * Count × unit weight, area × weight per m², or solid volume × density (impact accounting §5.4; values and sources in
 * `db/reference/weights.csv` and `densities.csv`). Low and high are the table's own, and never nearer than grade B allows.
 */
export function estimateWeight(ask: WeightAsk, table: WeightTable): WeightEstimate | undefined {
  const leaf = material(ask.material_key)
  if (!leaf?.units.includes(ask.unit)) return undefined
  if (ask.unit === 'g') return asMass(ask, table)
  const basis = basisOf(ask, leaf, table)
  if (!basis) return undefined
  const { row, amount, method } = basis
  const isDocumented =
    method === 'count-unit-weight' && row.item_key === ask.item_key && standardItems.has(row.item_key)
  const typ = Math.max(1, Math.round(row.typ_g * amount))
  const grade = isDocumented ? 'B' : 'C'
  const band = isDocumented ? gradeBand('B', typ) : tableBand(row, amount, typ)
  return { ...band, grade, method, reference: row.item_key, reference_version: table.version }
}

/** The rows a donor may choose from for this material, in the table's words. */
export function weightItems(material_key: string, table: WeightTable): WeightRow[] {
  return (material(material_key)?.items ?? []).flatMap((key) => table.rows.get(key) ?? [])
}

type Basis = { row: WeightRow; amount: number; method: WeightEstimate['method'] }

function asMass({ total, material_key }: WeightAsk, table: WeightTable): WeightEstimate {
  return {
    ...gradeBand('D', total),
    grade: 'D',
    method: 'weighed-unit',
    reference: material_key,
    reference_version: table.version,
  }
}

function basisOf(ask: WeightAsk, leaf: Material, table: WeightTable): Basis | undefined {
  const chosen = rowOf(
    leaf.items?.find((key) => key === ask.item_key),
    table,
  )
  const solid = chosen?.unit === 'm3' ? chosen : rowOf(leaf.solid, table)
  return (
    fromCount(ask, chosen) ??
    fromArea(ask, chosen) ??
    fromVolume(ask, solid) ??
    fromHeap(ask, leaf, table) ??
    fromCount(ask, rowOf(leaf.typical, table))
  )
}

function fromCount(ask: WeightAsk, row: WeightRow | undefined): Basis | undefined {
  if (ask.unit !== 'piece' || row?.unit !== 'piece') return undefined
  return { row, amount: ask.total, method: 'count-unit-weight' }
}

function fromArea(ask: WeightAsk, row: WeightRow | undefined): Basis | undefined {
  const squareMetres = areaOf(ask)
  if (row?.unit !== 'm2' || squareMetres === undefined) return undefined
  return { row, amount: squareMetres, method: 'count-unit-weight' }
}

function areaOf({ unit, total, piece_length_mm: length, piece_width_mm: width }: WeightAsk) {
  if (unit === 'cm2') return total / 1e4
  return unit === 'piece' && length && width ? (total * length * width) / 1e6 : undefined
}

function fromVolume(ask: WeightAsk, row: WeightRow | undefined): Basis | undefined {
  const cubicMetres = solidVolumeOf(ask)
  if (row?.unit !== 'm3' || cubicMetres === undefined) return undefined
  return { row, amount: cubicMetres, method: 'size-density' }
}

function solidVolumeOf(ask: WeightAsk) {
  const { unit, total, piece_length_mm: length, piece_width_mm: width, piece_thickness_mm: thickness } = ask
  if (!thickness) return undefined
  if (unit === 'cm2') return (total / 1e4) * (thickness / 1e3)
  if (!width) return undefined
  if (unit === 'mm') return (total * width * thickness) / 1e9
  return unit === 'piece' && length ? (total * length * width * thickness) / 1e9 : undefined
}

function fromHeap(ask: WeightAsk, leaf: Material, table: WeightTable): Basis | undefined {
  const row = rowOf(leaf.loose, table)
  if (ask.unit !== 'dm3' || !row) return undefined
  return { row, amount: ask.total / 1e3, method: 'size-density' }
}

function tableBand(row: WeightRow, amount: number, typ: number): Band {
  const estimated = gradeBand('C', typ)
  const documented = gradeBand('B', typ)
  if (row.low_g === null && row.high_g === null) return estimated
  const low = row.low_g === null ? estimated.low : Math.min(documented.low, Math.round(row.low_g * amount))
  const high = row.high_g === null ? estimated.high : Math.max(documented.high, Math.round(row.high_g * amount))
  return { low: Math.max(1, low), typ, high }
}

function rowOf(key: string | undefined, table: WeightTable) {
  return key === undefined ? undefined : table.rows.get(key)
}
