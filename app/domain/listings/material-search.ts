import type { Material } from './material.ts'
import { materials } from './materials.ts'

type Locale = 'it' | 'en'
type Term = { folded: string; stem: string; worth: number; leads: boolean }

/**
 * Leaves that answer every word typed, best first: accents, capitals and plurals forgiven, the beginning of a word is
 * enough, names and synonyms of both languages searched, the reader's own language first. No text gives every leaf in
 * catalogue order.
 */
export function searchMaterials(text: string, locale: Locale, limit = materials.length): Material[] {
  const words = fold(text)
    .split(' ')
    .filter((word) => word && !fillers.has(word))
  if (words.length === 0) return materials.slice(0, limit)
  return materials
    .map((material) => ({ material, score: score(words, termsOf(material, locale)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ material }) => material)
}

/** Every word a listing of this material should be found by, folded, for its `search_text`. */
export function materialSearchText(material: Material) {
  return fold([material.name.it, material.name.en, material.words.it, material.words.en].join(' '))
}

/** Lower case, no accents, no punctuation, single spaces: the form in which texts are compared. */
export function fold(text: string) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const fillers = new Set(['di', 'in', 'da', 'del', 'della', 'e', 'd', 'a', 'of', 'and', 'the', 'for', 'per'])

/** What singular and plural share, in Italian and English: tavola and tavole, banco and banchi, board and boards. */
export function stem(word: string) {
  if (word.length < 4) return word
  const singular = word.length > 4 ? word.replace(/(?<=[^aeious])e?s$/, '') : word
  return singular.replace(/[aeiou]{1,2}$/, '').replace(/(?<=[cg])h$/, '')
}

function score(words: string[], terms: readonly Term[]) {
  let total = 0
  for (const word of words) {
    const best = Math.max(0, ...terms.map((term) => match(word, term)))
    if (best === 0) return 0
    total += best
  }
  return total
}

function match(word: string, term: Term) {
  if (term.folded === word) return term.worth * 4 + (term.leads ? 2 : 0)
  if (term.stem === stem(word)) return term.worth * 3 + (term.leads ? 2 : 0)
  return term.folded.startsWith(word) ? term.worth * 2 + (term.leads ? 1 : 0) : 0
}

const known = new Map<string, readonly Term[]>()

function termsOf(material: Material, locale: Locale) {
  const at = `${locale} ${material.key}`
  const kept = known.get(at)
  if (kept) return kept
  const foreign = locale === 'it' ? 'en' : 'it'
  const terms = [
    ...words(material.name[locale], 8),
    ...words(material.words[locale], 6),
    ...words(material.name[foreign], 4),
    ...words(material.words[foreign], 3),
  ]
  known.set(at, terms)
  return terms
}

function words(text: string, worth: number): Term[] {
  return text.split(',').flatMap((phrase) =>
    fold(phrase)
      .split(' ')
      .map((folded, position) => ({ folded, stem: stem(folded), worth, leads: position === 0 })),
  )
}
