import i18next from 'i18next'
import type { Key } from './catalogue.ts'
import { createFormat } from './format.ts'
import type { Format } from './format.ts'
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

export function createTranslator(locale: Locale, catalogue: object): Translator {
  const numbers = new Intl.NumberFormat(locale === 'it' ? 'it-IT' : 'en-GB', { useGrouping: 'always' })
  const i18n = i18next.createInstance()
  i18n.use({
    type: 'formatter',
    init() {},
    add() {},
    addCached() {},
    format: (value: unknown) => (typeof value === 'number' ? numbers.format(value) : String(value)),
  })
  void i18n.init({
    lng: locale,
    resources: { [locale]: { translation: catalogue } },
    initAsync: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, alwaysFormat: true },
  })
  const translate = (key: string, values: Values = {}) => i18n.t(key, values)
  return {
    locale,
    t: translate,
    say: (message) => translate(...fromWire(message, (key) => i18n.exists(key))),
    format: createFormat(locale, (unit, count) => translate(`units.${unit}`, { count })),
  }
}

function fromWire(message: string, isKnown: (key: string) => boolean): [string, Values] {
  const [key = '', query] = message.split('?')
  const values = Object.fromEntries(
    [...new URLSearchParams(query)].map(([name, value]) => [name, /^\d+$/.test(value) ? Number(value) : value]),
  )
  return isKnown(key) || isKnown(`${key}_other`) ? [key, values] : ['errors.invalid', {}]
}
