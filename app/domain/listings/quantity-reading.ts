/** Why a number was not taken: an i18n key, the text as typed, and the figures its sentence needs. */
export type NumberProblem =
  | { problem: 'errors.number-unreadable' | 'errors.not-whole' | 'errors.not-positive'; typed: string }
  | { problem: 'errors.number-ambiguous'; typed: string; readings: readonly [number, number] }
  | { problem: 'errors.too-fine'; typed: string; decimals: number }
  | { problem: 'errors.too-large'; typed: string; largest: number }

export type NumberRead = { value: number; problem?: undefined } | NumberProblem

export type DecimalAsk = {
  /** Decimals of the typed unit that the stored integer resolves; 0 means whole things only. */
  decimals: number
  /** In stored units. */
  largest: number
  /** Unit words that may follow the number, each with its own decimals. */
  suffixes?: Record<string, number>
}

type Sides = { whole: string; fraction: string; ambiguous: boolean }

/**
 * Reads a decimal number written the Italian, English or SI way into an integer of 10^-decimals.
 * A single separator before exactly three digits ("1.234") has two meanings, and is refused with both readings
 * (in stored units), unless only whole things can be meant. Never rounds, never guesses.
 */
export function readDecimal(text: string, ask: DecimalAsk): NumberRead {
  const typed = text.trim()
  const { number, decimals } = splitUnit(typed, ask)
  if (number === undefined) return { problem: 'errors.number-unreadable', typed }
  const sides = splitSides(number.replace(/^[-−–]\s*/, ''))
  if (!sides) return { problem: 'errors.number-unreadable', typed }
  if (/^[-−–]/.test(number)) return { problem: 'errors.not-positive', typed }
  const thousands = Number(sides.whole + sides.fraction) * 10 ** decimals
  if (sides.ambiguous && decimals > 0) {
    return { problem: 'errors.number-ambiguous', typed, readings: [thousands / 1000, thousands] }
  }
  if (sides.ambiguous) return inRange(thousands, typed, ask.largest)
  return inBaseUnit(sides, decimals, typed, ask.largest)
}

function splitUnit(typed: string, { decimals, suffixes = {} }: DecimalAsk) {
  const match = /^([-−–]?[\d.,'’\s]*\d[\d.,'’]*)\s*([a-zà-ù²³]+[23]?)?\.?$/i.exec(typed)
  const suffix = match?.[2]?.toLowerCase()
  if (!match?.[1] || (suffix !== undefined && !Object.hasOwn(suffixes, suffix))) return { number: undefined, decimals }
  return { number: match[1].trim(), decimals: suffix === undefined ? decimals : (suffixes[suffix] ?? decimals) }
}

const spaced = /^(\d{1,3}(?:[\s'’]\d{3})+)(?:[.,](\d+))?$/
const mixed = /^(\d{1,3}(?:\.\d{3})+),(\d+)$|^(\d{1,3}(?:,\d{3})+)\.(\d+)$/
const grouped = /^\d{1,3}(?:\.\d{3}){2,}$|^\d{1,3}(?:,\d{3}){2,}$/
const plain = /^(\d*)[.,](\d+)$/

function splitSides(number: string): Sides | undefined {
  if (/^\d+$/.test(number)) return sides(number)
  if (grouped.test(number)) return number.startsWith('0') ? undefined : sides(number)
  const both = spaced.exec(number) ?? mixed.exec(number)
  if (both) {
    const whole = both[1] ?? both[3] ?? ''
    return whole.startsWith('0') ? undefined : sides(whole, both[2] ?? both[4])
  }
  const one = plain.exec(number)
  if (!one) return undefined
  const [, whole = '', fraction = ''] = one
  return { ...sides(whole, fraction), ambiguous: fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole) }
}

function sides(whole: string, fraction = ''): Sides {
  return { whole: whole.replace(/\D/g, ''), fraction, ambiguous: false }
}

function inBaseUnit({ whole, fraction }: Sides, decimals: number, typed: string, largest: number): NumberRead {
  const exact = fraction.replace(/0+$/, '')
  if (exact.length > decimals) {
    return decimals === 0 ? { problem: 'errors.not-whole', typed } : { problem: 'errors.too-fine', typed, decimals }
  }
  return inRange(Number(whole + exact.padEnd(decimals, '0')), typed, largest)
}

function inRange(value: number, typed: string, largest: number): NumberRead {
  if (value <= 0) return { problem: 'errors.not-positive', typed }
  if (value > largest) return { problem: 'errors.too-large', typed, largest }
  return { value }
}
