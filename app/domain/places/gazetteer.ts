import type { Point } from './point.ts'
import { letterBits } from './slip.ts'

/** A named spot people look for: a town, a place within one, or a quarter of Rome. */
export type NamedPlace = Point & {
  kind: 'town' | 'place' | 'quarter'
  name: string
  municipality: string
  municipality_istat: string
  province: string
  region: string
  /** Postcodes, without warranty. */
  caps: readonly string[]
  /** 1 to 15 for a quarter of Rome. */
  municipio: number | null
}

/** One way to write a name: its folded words between spaces, and run together. */
export type Spelling = { words: string; joined: string; slippery: readonly Slippery[] }

/** What a misspelling is held against: all of a name, or the first word of a long one, its doubled letters single. */
export type Slippery = { text: string; bits: number; isAll: boolean }

/** What is compared with what was typed, made once. */
export type Entry = {
  place: NamedPlace
  names: readonly Spelling[]
  /** What people add to tell it from another: town, province, region, postcodes; words between spaces. */
  around: string
  /** Which letters any of it has: most names are ruled out by one look. */
  bits: number
  weight: number
  people: number
}

const longest = 120
const mostWords = 10

/** Lower case, no accents; hyphens, apostrophes and dots are spaces. */
export function foldPlace(text: string) {
  return text
    .slice(0, longest)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const around =
  /^(?:(?:vicino|vicinanze|presso|pressi|dintorni|parti|zona|quartiere|rione|borgata|frazione|localita|comune|provincia|due|passi|near|around|close|in|a|ad|ai|al|all|alla|alle|allo|di|d|da|dal|dalla|dalle|dei|del|dell|della|dello|nei|nel|nella|nelle|to|the|of)\b ?)+(?=.)/

/** Drops what people say around a name: "vicino a Tivoli", "nei pressi di Tivoli", "zona Pigneto", "comune di Nemi". */
export function spokenName(text: string) {
  return foldPlace(text).replace(around, '')
}

/** S. Basilio is typed in many ways: all saints are one letter when one of them is abbreviated. */
export function shortSaints(folded: string) {
  return folded.replace(/\b(?:san|santa|santo|sant|santi|saint|ss|st)\b(?= )/g, 's')
}

/** What was typed, ready to be held against ten thousand names. `starts` and `holds` are its words as they are looked for. */
export type PlaceQuery = {
  text: string
  joined: string
  words: readonly string[]
  starts: readonly string[]
  holds: readonly string[]
  postcode: string | undefined
  bits: number
}

/** Undefined when it is too short, or too long, to mean a place. */
export function placeQuery(folded: string): PlaceQuery | undefined {
  const saints = /\b(?:s|ss|st) /.test(folded) ? shortSaints(folded) : folded
  const all = saints.split(' ')
  const postcode = all.length === 1 ? /^\d{3,5}$/.exec(saints)?.[0] : all.find((word) => /^\d{5}$/.test(word))
  // «I-00138 Roma»: the country goes with the number.
  const words = all.filter((word) => word !== postcode && !(postcode && /^it?$/.test(word)))
  if (saints.length < 2 || words.length > mostWords) return undefined
  const joined = words.join('')
  return {
    text: ` ${words.join(' ')}`,
    joined,
    words,
    // Saints abbreviated are whole words: «s» alone would be the beginning of a thousand names.
    starts: words.map((word) => (word === 's' ? ' s ' : ` ${word}`)),
    holds: words.map((word) => ` ${word} `),
    postcode,
    bits: letterBits(joined),
  }
}

/** From here on a name was typed whole, give or take a space or an article. */
export const whole = 900
/** Up to here only a word inside the name was, and others beside it. */
export const partly = 250

/**
 * How well an entry answers, 0 when it doesn't. The whole name beats its beginning, the beginning beats a word inside;
 * words that belong to its town, province or region may stand beside the name, and a postcode must be its own.
 */
export function scoreEntry(entry: Entry, query: PlaceQuery) {
  if ((query.bits & ~entry.bits) !== 0) return 0
  if (query.postcode) return scorePostcode(entry, query, query.postcode)
  let best = 0
  for (const name of entry.names) best = Math.max(best, scoreName(name, entry.around, query))
  return best
}

// The quarter with this postcode comes before the city.
function scorePostcode({ place, names, around }: Entry, { starts, holds }: PlaceQuery, digits: string) {
  if (!place.caps.some((cap) => cap.startsWith(digits))) return 0
  const belongs = starts.every(
    (start, at) => names.some((name) => name.words.includes(start)) || around.includes(holds[at] ?? start),
  )
  return belongs ? (place.kind === 'quarter' ? 850 : 650) : 0
}

function scoreName({ words: name, joined }: Spelling, around: string, query: PlaceQuery) {
  const { text, joined: run } = query
  if (name.startsWith(text)) {
    if (name.length === text.length + 1) return 1000
    return name[text.length] === ' ' ? 650 : 500
  }
  if (run.length > 4 && joined.startsWith(run)) return joined.length === run.length ? whole : 400
  return scoreWords(name, around, query)
}

function scoreWords(name: string, around: string, { words, starts, holds }: PlaceQuery) {
  let named = ''
  let isAllNamed = true
  for (let at = 0; at < words.length; at++) {
    const [start = '', whole = ''] = [starts[at], holds[at]]
    // «Sacco SA» is Sacco in the province of Salerno: a whole word beside the name comes before the beginning of one in it.
    if (name.includes(whole)) named += ` ${words[at]}`
    else if (around.includes(whole)) isAllNamed = false
    else if (name.includes(start)) named += ` ${words[at]}`
    else if (at === words.length - 1 && around.includes(start)) isAllNamed = false
    else return 0
  }
  if (named === '') return 0
  if (isAllNamed) return 300
  if (!name.startsWith(named)) return partly
  if (name.length === named.length + 1) return 950
  return name[named.length] === ' ' ? 600 : partly
}
