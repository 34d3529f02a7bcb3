import type { StockLotRow, WeighRecordRow } from '#db/schema/handovers.ts'
import type { Grade, ListingRow } from '#db/schema/listings.ts'
import { gradeBand, weightOf } from '../listings/weight-grade.ts'
import { plainText } from './ledger-entry.ts'
import { shareOut } from './stock-lot.ts'

/** How a mass was found out: a weigh record before it is anybody's. Whole grams, null in grade E. */
export type Weighing = Pick<
  WeighRecordRow,
  | 'grade'
  | 'low_g'
  | 'typ_g'
  | 'high_g'
  | 'method'
  | 'reference'
  | 'reference_version'
  | 'tare_g'
  | 'device'
  | 'photo_hash'
>

export type Weighed = Weighing & { grade: Exclude<Grade, 'E'>; low_g: number; typ_g: number; high_g: number }

const methods = { A: 'scale', B: 'document', C: 'estimate', D: 'declared', E: 'none' } as const satisfies Record<
  Grade,
  string
>

type Typed = { grade: Grade; typ_g: number | null; tare_g?: number; device?: string; photo_hash?: string | null }

/** What somebody says at the handover, with the band of its grade. Without grams there is only grade E. */
export function weighing({ grade, typ_g, tare_g = 0, device = '', photo_hash = null }: Typed): Weighing {
  const plain = {
    method: methods[grade],
    reference: null,
    reference_version: null,
    tare_g,
    device: plainText(device),
    photo_hash,
  }
  if (grade === 'E' || typ_g === null)
    return { ...plain, grade: 'E', method: methods.E, low_g: null, typ_g: null, high_g: null }
  const { low, typ, high } = gradeBand(grade, typ_g)
  return { ...plain, grade, low_g: low, typ_g: typ, high_g: high }
}

type Lot = Pick<
  ListingRow,
  | 'total'
  | 'weight_grade'
  | 'weight_low_g'
  | 'weight_typ_g'
  | 'weight_high_g'
  | 'weight_method'
  | 'weight_reference'
  | 'weight_reference_version'
  | 'weight_photo_hash'
>

/**
 * What the lot's own weight says of `quantity` of its units, when `before` have left it already. A part of a lot that was
 * weighed whole is documented, no longer weighed: pieces differ. Undefined when the lot has no weight.
 */
export function shareOfLot(lot: Lot, quantity: number, before: number): Weighed | undefined {
  const { weight_grade, weight_low_g: low, weight_typ_g: typ, weight_high_g: high } = lot
  if (weight_grade === 'E' || low === null || typ === null || high === null) return undefined
  const isPartOfWeighed = weight_grade === 'A' && quantity < lot.total
  const share = weightOf(quantity, { total: lot.total, low, typ, high }, before)
  if (share.typ < 1) return undefined
  const band = isPartOfWeighed ? gradeBand('B', share.typ) : share
  return {
    grade: isPartOfWeighed ? 'B' : weight_grade,
    low_g: Math.max(1, band.low),
    typ_g: band.typ,
    high_g: band.high,
    method: plainText(lot.weight_method ?? methods[weight_grade]),
    reference: lot.weight_reference && plainText(lot.weight_reference),
    reference_version: lot.weight_reference_version && plainText(lot.weight_reference_version),
    tare_g: 0,
    device: '',
    photo_hash: isPartOfWeighed ? null : lot.weight_photo_hash,
  }
}

/** What a stock lot's own grams say of `quantity` of its units. Undefined when it has none, or not that many units. */
export function shareOfStock(
  lot: Pick<StockLotRow, 'quantity' | 'grams' | 'grade' | 'code'>,
  quantity: number,
): Weighed | undefined {
  if (lot.grade === 'E' || quantity > lot.quantity) return undefined
  const grade = quantity < lot.quantity && lot.grade === 'A' ? 'B' : lot.grade
  const [typ_g = 0] = shareOut(lot.grams, [quantity, lot.quantity - quantity])
  if (typ_g < 1) return undefined
  const { low, high } = gradeBand(grade, typ_g)
  const plain = { reference: null, reference_version: null, tare_g: 0, device: '', photo_hash: null }
  return { ...plain, grade, low_g: low, typ_g, high_g: high, method: `stock ${lot.code}` }
}

/** Best grade first; between equals the first one, which is the one given at the handover. */
export function bestOf<Record extends Weighing>(records: readonly Record[]): Record | undefined {
  return records.toSorted((a, b) => a.grade.localeCompare(b.grade))[0]
}

/** True when it says kilograms. */
export function isWeighed<Record extends Weighing>(record: Record): record is Record & Weighed {
  return record.grade !== 'E' && record.typ_g !== null
}

/** The records that no later one voids. */
export function standing<Record extends Pick<WeighRecordRow, 'id' | 'voids_id'>>(records: readonly Record[]): Record[] {
  const voided = new Set(records.map((record) => record.voids_id))
  return records.filter((record) => !voided.has(record.id))
}
