import type { Key } from './catalogue.ts'
import type { Format } from './format.ts'
import { createFormat } from './format.ts'
import type { Locale } from './locale.ts'

export type Values = Record<string, string | number>

export type Translator = {
  locale: Locale
  /** A sentence by its key. Numbers among the values are grouped; `count` also chooses the plural. */
  t: (key: Key, values?: Values) => string
  /** A sentence whose key came over the wire, with its values as a query: 'errors.at-most?max=16'. */
  say: (message: string) => string
  format: Format
}

/** The sentence of a key with its values in place, or nothing if the catalogue has no such key. */
export type Lookup = (key: string, values: Values) => string | undefined

export function createTranslator(locale: Locale, lookup: Lookup): Translator {
  return {
    locale,
    t: (key, values = {}) => oneStop(lookup(key, values) ?? key),
    say: (message) => oneStop(lookup(...fromWire(message)) ?? lookup('errors.invalid', {}) ?? ''),
    format: createFormat(locale, (unit, count) => lookup(`units.${unit}`, { count }) ?? unit),
  }
}

/** A sentence that ends with «Bruno S.» has its stop already. */
function oneStop(sentence: string) {
  return sentence.replace(/(\p{Lu}\.)\.(?=\s|$)/gu, '$1')
}

function fromWire(message: string): [string, Values] {
  const [key = '', query] = message.split('?')
  const values = [...new URLSearchParams(query)].map(([name, value]) => [
    name,
    /^\d+$/.test(value) ? Number(value) : value,
  ])
  return [key, Object.fromEntries(values)]
}

export function groupedNumbers(locale: Locale) {
  return new Intl.NumberFormat(locale === 'it' ? 'it-IT' : 'en-GB', { useGrouping: 'always' })
}
