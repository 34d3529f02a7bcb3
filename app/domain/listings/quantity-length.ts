import { type NumberRead, readDecimal } from './quantity-reading.ts'

const longest = 100_000

/**
 * Reads one side of a piece into whole millimetres: "1200", "1.200 mm", "120,5 cm", "2,4 m".
 * A bare number is millimetres, as on a drawing, and can then only be whole.
 */
export function readLength(text: string): NumberRead {
  return readDecimal(text, { decimals: 0, largest: longest, suffixes: { mm: 0, cm: 1, dm: 2, m: 3 } })
}
