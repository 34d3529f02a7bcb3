import type { Unit } from '#app/domain/listings/quantity.ts'
import type { Grade } from '#app/domain/listings/weight-grade.ts'
import type { Dates } from './dates.ts'
import { createDates } from './dates.ts'
import type { Locale } from './locale.ts'

/** A number and its unit apart, for type that sets the unit smaller. */
export type Figure = { value: string; unit: string }

export type Format = Dates & {
  number: (value: number) => string
  percent: (ratio: number) => string
  /** Grams, read in kilograms: one decimal if weighed (or summed), three significant figures if estimated. */
  kilograms: (grams: number, grade?: Grade) => string
  mass: (grams: number, grade?: Grade) => Figure
  /** «da 62 a 76 kg», from grams. */
  range: (low: number, high: number) => string
  /** A quantity in the lot's base unit: 8 pezzi, 26 m, 11 m². */
  quantity: (count: number, unit: Unit) => string
  amount: (count: number, unit: Unit) => Figure
  /** Length, width and thickness in millimetres; what is not known is left out. */
  size: (...sides: (number | null | undefined)[]) => string
  distance: (metres: number) => string
  /** «45 min», «1 h 13 min», «2 h», from whole minutes. */
  duration: (minutes: number) => string
  /** What a form understood, to the gram. */
  grams: (grams: number) => string
}

export const noBreak = '\u00a0'

const steps: Record<Exclude<Unit, 'piece'>, { by: number; unit: string }> = {
  g: { by: 1000, unit: 'kg' },
  mm: { by: 1000, unit: 'm' },
  cm2: { by: 10_000, unit: 'm²' },
  dm3: { by: 1000, unit: 'm³' },
}

/** Every number a person reads. `word` gives «pezzo» or «pezzi» for a count. */
export function createFormat(locale: Locale, word: (unit: 'piece' | 'gram', count: number) => string): Format {
  const language = locale === 'it' ? 'it-IT' : 'en-GB'
  const decimals = (most: number) =>
    new Intl.NumberFormat(language, { useGrouping: 'always', maximumFractionDigits: most })
  const significant = (most: number) =>
    new Intl.NumberFormat(language, { useGrouping: 'always', maximumSignificantDigits: most })
  const [whole, tenths, hundredths] = [decimals(0), decimals(1), decimals(2)]
  const oneDecimal = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const [three, four] = [significant(3), significant(4)]
  const join = ({ value, unit }: Figure) => `${value}${noBreak}${unit}`

  const weighed = (kilograms: number) => {
    if (kilograms >= 1000) return whole.format(kilograms)
    return (kilograms < 1 ? three : tenths).format(kilograms)
  }
  const estimated = (kilograms: number) => (kilograms >= 10_000 ? four : three).format(kilograms)
  const mass: Format['mass'] = (grams, grade = 'A') => ({
    value: (grade === 'A' ? weighed : estimated)(grams / 1000),
    unit: 'kg',
  })
  const amount: Format['amount'] = (count, unit) => {
    if (unit === 'piece') return { value: whole.format(count), unit: word('piece', count) }
    return { value: hundredths.format(count / steps[unit].by), unit: steps[unit].unit }
  }
  const ends = (low: number, high: number) => [estimated(low / 1000), join(mass(high, 'C'))]

  return {
    ...createDates(locale),
    number: (value) => tenths.format(value).replace('-', '−'),
    percent: (ratio) => whole.format(ratio * 100) + (locale === 'it' ? `${noBreak}%` : '%'),
    mass,
    amount,
    kilograms: (grams, grade) => join(mass(grams, grade)),
    range: (low, high) =>
      ends(low, high)
        .join(locale === 'it' ? ' a ' : ' to ')
        .replace(/^/, locale === 'it' ? 'da ' : ''),
    quantity: (count, unit) => join(amount(count, unit)),
    size: (...sides) =>
      `${sides
        .filter((side) => side != null)
        .map((side) => whole.format(side))
        .join(`${noBreak}×${noBreak}`)}${noBreak}mm`,
    distance: (metres) =>
      metres < 995
        ? join({ value: whole.format(Math.round(metres / 10) * 10), unit: 'm' })
        : join({ value: oneDecimal.format(metres / 1000), unit: 'km' }),
    duration: (minutes) => {
      const parts = { h: Math.floor(minutes / 60), min: minutes % 60 }
      const said = Object.entries(parts).filter(([unit, value]) => value > 0 || (unit === 'min' && minutes === 0))
      return said.map(([unit, value]) => join({ value: whole.format(value), unit })).join(' ')
    },
    grams: (grams) => join({ value: whole.format(grams), unit: word('gram', grams) }),
  }
}
