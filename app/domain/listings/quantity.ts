export type { Unit } from '#db/schema/listings.ts'

import type { Unit } from '#db/schema/listings.ts'
import { type NumberRead, readDecimal } from './quantity-reading.ts'

/**
 * What people type and read beside each base unit, and how many decimals of it the base unit resolves:
 * 93,5 kg is 93.500 g, so three; 1 m² is 10.000 cm², so four.
 * `largest` is in base units: 100 t, 10 km, 10 ha, 10.000 m³, one million pieces.
 */
export const units = {
  piece: {
    symbol: '',
    decimals: 0,
    largest: 1_000_000,
    suffixes: { pz: 0, pezzi: 0, pezzo: 0, pcs: 0, pieces: 0, piece: 0 },
  },
  g: { symbol: 'kg', decimals: 3, largest: 100_000_000, suffixes: { kg: 3, chili: 3, g: 0, t: 6 } },
  mm: { symbol: 'm', decimals: 3, largest: 10_000_000, suffixes: { m: 3, ml: 3, cm: 1, mm: 0 } },
  cm2: { symbol: 'm²', decimals: 4, largest: 1_000_000_000, suffixes: { 'm²': 4, m2: 4, mq: 4, cm2: 0, 'cm²': 0 } },
  dm3: { symbol: 'm³', decimals: 3, largest: 10_000_000, suffixes: { 'm³': 3, m3: 3, mc: 3, dm3: 0, 'dm³': 0 } },
} as const satisfies Record<Unit, UnitWords>

type UnitWords = { symbol: string; decimals: number; largest: number; suffixes: Record<string, number> }

export const unitKeys = Object.keys(units) as Unit[]

export function isUnit(text: string): text is Unit {
  return Object.hasOwn(units, text)
}

/**
 * Reads a quantity as people write it ("93,5", "1.234,5 kg", "12 mq") into an integer of the base unit.
 * What has two meanings or none is refused with a reason key and what is needed to say it; nothing is rounded or guessed.
 */
export function readQuantity(text: string, unit: Unit): NumberRead {
  const { decimals, largest, suffixes } = units[unit]
  return readDecimal(text, { decimals, largest, suffixes })
}

/**
 * The text a form field shows for a stored quantity: decimal comma or point, no grouping, no unit.
 * `readQuantity(writeQuantity(n, unit, locale), unit)` is always n.
 */
export function writeQuantity(value: number, unit: Unit, locale: 'it' | 'en') {
  const { decimals } = units[unit]
  if (decimals === 0) return String(value)
  const digits = String(value).padStart(decimals + 1, '0')
  const whole = digits.slice(0, -decimals)
  const fraction = digits.slice(-decimals).replace(/0+$/, '')
  if (fraction === '') return whole
  // "1,234" could be read as thousands: a fourth decimal keeps it a decimal.
  const plain = fraction.length === 3 && whole !== '0' && whole.length <= 3 ? `${fraction}0` : fraction
  return `${whole}${locale === 'it' ? ',' : '.'}${plain}`
}
