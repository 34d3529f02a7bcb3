import type { Lookup } from './create-translator.ts'
import { groupedNumbers } from './create-translator.ts'
import type { Locale } from './locale.ts'

/**
 * Reads a catalogue in the browser by the rules of i18next that we use: dotted keys, `{{name}}`, plural endings.
 * i18next itself would be a sixth of all our JavaScript; tests/i18n holds the two to the same words.
 */
export function browserLookup(locale: Locale, catalogue: object): Lookup {
  const plurals = new Intl.PluralRules(locale)
  const numbers = groupedNumbers(locale)
  const find = (key: string) => key.split('.').reduce<unknown>(branch, catalogue)
  return (key, values) => {
    const { count } = values
    const plural = typeof count === 'number' ? find(`${key}_${plurals.select(count)}`) : undefined
    const sentence = plural ?? find(key)
    if (typeof sentence !== 'string') return undefined
    return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name] ?? ''
      return typeof value === 'number' ? numbers.format(value) : value
    })
  }
}

function branch(tree: unknown, name: string): unknown {
  return typeof tree === 'object' && tree !== null && Object.hasOwn(tree, name)
    ? (tree as Record<string, unknown>)[name]
    : undefined
}
