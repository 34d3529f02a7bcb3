import i18next from 'i18next'
import { LRUCache } from 'lru-cache'
import { catalogues } from './catalogues.server.ts'
import type { Lookup, Translator } from './create-translator.ts'
import { createTranslator, groupedNumbers } from './create-translator.ts'
import type { Locale } from './locale.ts'

const translators: Record<Locale, Translator> = {
  it: createTranslator('it', serverLookup('it')),
  en: createTranslator('en', serverLookup('en')),
}

/** The server's translator: for loaders, mail and jobs. Components call `useT()`. */
export const translator = (locale: Locale) => translators[locale]

function serverLookup(locale: Locale): Lookup {
  const numbers = groupedNumbers(locale)
  const i18n = i18next.createInstance()
  i18n.use({
    type: 'formatter',
    init() {},
    add() {},
    addCached() {},
    format: (value: unknown) => (typeof value === 'number' ? numbers.format(value) : String(value ?? '')),
  })
  void i18n.init({
    lng: locale,
    resources: { [locale]: { translation: catalogues[locale] } },
    initAsync: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, alwaysFormat: true, skipOnVariables: true },
  })
  return withSaidKept((key, values) => {
    if (!i18n.exists(key, values)) return undefined
    const found: unknown = i18n.t(key, { ...values, returnObjects: true })
    return typeof found === 'string' ? found : undefined
  })
}

/** Remembers what was said: a page says hundreds of sentences, and i18next walks its catalogue twice for each. */
function withSaidKept(lookup: Lookup): Lookup {
  const fixed = new Map<string, string>()
  const filled = new LRUCache<string, string>({ max: 5000 })
  return (key, values) => {
    const isFixed = Object.keys(values).length === 0
    const kept = isFixed ? fixed : filled
    const asked = isFixed ? key : key + JSON.stringify(values)
    const sentence = kept.get(asked) ?? lookup(key, values)
    if (sentence !== undefined) kept.set(asked, sentence)
    return sentence
  }
}
