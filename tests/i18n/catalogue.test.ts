import { describe, expect, test } from 'vitest'
import { createTranslator } from '#app/i18n/create-translator.ts'
import * as en from '#app/i18n/en.ts'
import * as it from '#app/i18n/it.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { browserLookup } from '#app/i18n/lookup.ts'
import { translator } from '#app/i18n/translator.ts'

type Tree = { [name: string]: string | Tree }

const catalogues: Record<Locale, Tree> = { it: it as unknown as Tree, en: en as unknown as Tree }

function sentences(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[path + name, value]] : sentences(value, `${path}${name}.`),
  )
}

const stem = (key: string) => key.replace(/_(one|many|other)$/, '')
const keys = (locale: Locale) => sentences(catalogues[locale]).map(([key]) => key)
const stems = (locale: Locale) => [...new Set(keys(locale).map(stem))].sort()
/** A decimal is shown with each language's own mark: {{comma}} in Italian is {{point}} in English. */
const blanks = (sentence: string) => [...new Set(sentence.match(/\{\{\w+\}\}/g))].sort()
const meant = (sentence: string) => blanks(sentence.replace('{{comma}}', '{{point}}'))

describe('the two catalogues', () => {
  test('say the same things', () => {
    expect(stems('en')).toEqual(stems('it'))
  })

  test('have every plural form their grammar needs, and no other', () => {
    const forms = { it: ['_many', '_one', '_other'], en: ['_one', '_other'] }
    for (const locale of ['it', 'en'] as const) {
      const plural = keys(locale).filter((key) => stem(key) !== key)
      for (const each of new Set(plural.map(stem))) {
        const found = plural.filter((key) => stem(key) === each).map((key) => key.slice(each.length))
        expect(found.sort(), `${locale} ${each}`).toEqual(forms[locale])
      }
    }
  })

  test('leave the same blanks to fill in every sentence', () => {
    const english = new Map(sentences(catalogues.en))
    for (const [key, sentence] of sentences(catalogues.it)) {
      const other = english.get(key)
      if (other !== undefined && stem(key) === key) expect(meant(other), key).toEqual(meant(sentence))
    }
  })

  test('never shout, and never leave a sentence empty', () => {
    const all = [...sentences(catalogues.it), ...sentences(catalogues.en)]
    expect(all.filter(([, sentence]) => sentence.trim() === '' || sentence.includes('!'))).toEqual([])
  })
})

describe.each(['it', 'en'] as const)('in %s, the browser', (locale) => {
  const browser = createTranslator(locale, browserLookup(locale, catalogues[locale]))
  const server = translator(locale)

  test('says exactly what the server says, for every sentence and every plural', () => {
    const asked = sentences(catalogues[locale]).flatMap(([key, sentence]) => {
      const names = blanks(sentence).map((blank) => blank.slice(2, -2))
      return [0, 1, 2, 1284, 1_000_000, 2_500_000].map((count) => ({
        key: stem(key) as Parameters<typeof server.t>[0],
        values: { ...Object.fromEntries(names.map((name) => [name, `«${name}»`])), count },
      }))
    })
    expect(asked.map(({ key, values }) => browser.t(key, values))).toEqual(
      asked.map(({ key, values }) => server.t(key, values)),
    )
  })

  test('answers an unknown key from the wire with a plain sentence', () => {
    for (const message of ['Invalid input', 'errors', 'errors.nothing-like-it?max=3', '__proto__.polluted', '']) {
      expect(browser.say(message)).toBe(server.say(message))
      expect(browser.say(message)).toBe(browser.t('errors.invalid'))
    }
  })
})

test('a message from the wire brings its numbers, grouped', () => {
  expect(translator('it').say('errors.at-most?max=1600')).toBe('Scrivi al massimo 1.600.')
  expect(translator('en').say('errors.at-most?max=1600')).toBe('Write 1,600 at most.')
})

test('Italian has a plural of its own for round millions', () => {
  expect(translator('it').t('shell.unseen', { count: 1_000_000 })).toBe('1.000.000 di avvisi da leggere')
})

test('a sentence that ends with a shortened name ends with one stop', () => {
  const { t } = translator('it')
  expect(t('claims.head.donor.offered', { quantity: '8 pezzi', name: 'Bruno S.' })).toBe(
    'Hai proposto 8 pezzi a Bruno S.',
  )
})
