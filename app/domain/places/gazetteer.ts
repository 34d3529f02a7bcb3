import type { Point } from './point.ts'

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

/** What is compared with what was typed, made once: folded names, each between spaces. */
export type Entry = { place: NamedPlace; names: readonly string[]; weight: number }

/** Lower case, no accents; hyphens, apostrophes and dots are spaces. */
export function foldPlace(text: string) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Drops what people say around a name: "vicino a Tivoli", "zona Pigneto", "comune di Nemi, RM". */
export function spokenName(text: string) {
  return foldPlace(text).replace(
    /^(?:(?:vicino|presso|zona|quartiere|rione|comune|near|around|in|a|ad|di|d|da|to|the)\b ?)+(?=.)/,
    '',
  )
}

export type PlaceQuery = { text: string; words: readonly RegExp[]; isPostcode: boolean }

/** What was typed, ready to be held against ten thousand names. Undefined when it is too short to mean one. */
export function placeQuery(typed: string): PlaceQuery | undefined {
  const text = spokenName(typed)
  if (text.length < 2) return undefined
  const words = text
    .split(' ')
    .map((word) => (/^(?:s|ss|st)$/.test(word) ? / (?:san|santa|santo|sant|saint) / : new RegExp(` ${word}`)))
  return { text: ` ${text}`, words, isPostcode: /^\d{3,5}$/.test(text) }
}

/**
 * How well an entry answers, 0 when it doesn't. The whole name beats its beginning, the beginning beats a word inside;
 * then the larger town wins, and what is nearer home by a little. A postcode finds the quarter before the city.
 */
export function scoreEntry(entry: Entry, query: PlaceQuery) {
  if (query.isPostcode) return scorePostcode(entry, query.text.trim())
  let best = 0
  for (const name of entry.names) best = Math.max(best, scoreName(name, query))
  return best > 0 ? best + entry.weight : 0
}

function scorePostcode({ place, weight }: Entry, digits: string) {
  if (!place.caps.some((cap) => cap.startsWith(digits))) return 0
  return (place.kind === 'quarter' ? 700 : 500) + weight
}

function scoreName(name: string, { text, words }: PlaceQuery) {
  if (!name.startsWith(text)) return words.every((word) => word.test(name)) ? 300 : 0
  if (name.length === text.length + 1) return 1000
  return name[text.length] === ' ' ? 650 : 500
}
