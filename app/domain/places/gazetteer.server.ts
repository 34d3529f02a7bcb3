import {
  type Entry,
  foldPlace,
  type NamedPlace,
  type PlaceQuery,
  partly,
  placeQuery,
  scoreEntry,
  spokenName,
  whole,
} from './gazetteer.ts'
import { entries, entriesBeginning, isBeside } from './gazetteer-entries.server.ts'
import { distanceMetres, type Point } from './point.ts'
import { countBits, letterBits, slipsBetween, slipsIn, undoubled } from './slip.ts'
import { looksLikeStreet, townsOfStreet } from './street.ts'

export type Understood = {
  /** Best first. For a street the towns named beside it, none when it names none. */
  places: NamedPlace[]
  /** The first so many were typed whole: two of them are two places of one name. */
  whole: number
  /** `guessed`: nothing is called that, these are what may have been meant, and whoever uses them says so. */
  as: 'named' | 'guessed' | 'street' | 'unknown'
}

/**
 * What the gazetteer makes of a text: accents, apostrophes, abbreviated saints and spaces forgiven, "vicino a" and the like
 * ignored, the beginning of a word enough, province or town beside the name. Larger towns first, those of Lazio a little ahead.
 */
export function understandPlace(text: string, limit = 8): Understood {
  const raw = rank(foldPlace(text), limit)
  const beginning = raw.filter(({ score }) => score >= 500)
  if (looksLikeStreet(text) && beginning.length === 0) return townsBeside(text, limit)
  const spoken = spokenName(text)
  const named = beginning.length > 0 || spoken === foldPlace(text) ? raw : rank(spoken, limit)
  if (named.length > 0) return understood(named, 'named')
  const guessed = guess(spoken, limit)
  return understood(guessed, guessed.length > 0 ? 'guessed' : 'unknown')
}

/** Places that answer what was typed, best first; none for a misspelling or a street. */
export function searchPlaces(text: string, limit = 8): NamedPlace[] {
  const { places, as } = understandPlace(text, limit)
  return as === 'named' ? places : []
}

/** The town with this ISTAT code. */
export function municipality(istat: string): NamedPlace | undefined {
  return entries().find(({ place }) => place.kind === 'town' && place.municipality_istat === istat)?.place
}

/**
 * Which town a point is in, and what the nearest named part of it is called. We ship no boundaries: a named spot reaches as
 * far as its people are many, which is a judgement. Where a town's people live it is nearly always right; of the 1,546
 * villages we know outside Rome, with each left out in turn, 62 in 100 fall to their own town and the others to a neighbour.
 * Undefined more than 30 km from any name: at sea, or abroad. Just over the border it still answers with the Italian side.
 */
export function municipalityAt(
  point: Point,
): { area: string; municipality: string; municipality_istat: string; distance_m: number } | undefined {
  const near: Near[] = []
  for (const entry of entries()) {
    if (Math.abs(entry.place.latitude_e6 - point.latitude_e6) > 300_000) continue
    const metres = distanceMetres(point, entry.place)
    if (metres < 30_000) near.push({ entry, metres })
  }
  const town = least(near, ({ metres, entry }) => metres / entry.people ** reach)
  if (!town) return undefined
  const { municipality, municipality_istat } = town.entry.place
  const within = near.filter(({ entry }) => entry.place.municipality_istat === municipality_istat)
  const part = least(within, ({ metres }) => metres) ?? town
  return { area: part.entry.place.name, municipality, municipality_istat, distance_m: Math.round(part.metres) }
}

type Near = { entry: Entry; metres: number }

/** Chosen among 0, 0.1, 0.15, 0.2, 0.25 and 0.4 as the one under which most villages fall to their own town. */
const reach = 0.2

function least<Thing>(things: Thing[], measure: (thing: Thing) => number): Thing | undefined {
  let best: Thing | undefined
  let lowest = Number.POSITIVE_INFINITY
  for (const thing of things) {
    const measured = measure(thing)
    if (measured < lowest) [best, lowest] = [thing, measured]
  }
  return best
}

/** `score` says how the name was met, `worth` how likely it is meant: larger towns first. */
type Ranked = { entry: Entry; score: number; worth: number }

function understood(ranked: Ranked[], as: Understood['as']): Understood {
  return {
    places: ranked.map(({ entry }) => entry.place),
    whole: ranked.filter(({ score }) => score >= whole).length,
    as,
  }
}

function townsBeside(text: string, limit: number): Understood {
  const towns = townsOfStreet(text)
    .map((town) => rank(spokenName(town), limit).filter(({ score }) => score >= 650))
    .find((answers) => answers.length > 0)
  return understood(towns ?? [], 'street')
}

function rank(folded: string, limit: number): Ranked[] {
  const query = placeQuery(folded)
  if (!query) return []
  const named = query.postcode ? entries() : entriesBeginning(query.words)
  const ranked = best(named, limit, (entry) => scoreEntry(entry, query))
  return (ranked[0]?.score ?? 0) < whole ? ranked : ranked.filter(({ score }) => score > partly)
}

/** The best so many, kept in order while looking: «san» is met a thousand times, and sorting them all would show. */
function best(among: Iterable<Entry>, limit: number, scoreOf: (entry: Entry) => number) {
  const kept: Ranked[] = []
  for (const entry of among) {
    const score = scoreOf(entry)
    if (score === 0) continue
    const worth = score + entry.weight
    if (kept.length === limit && worth <= (kept[limit - 1]?.worth ?? 0)) continue
    if (kept.length === limit) kept.pop()
    const at = kept.findIndex((other) => other.worth < worth)
    kept.splice(at < 0 ? kept.length : at, 0, { entry, score, worth })
  }
  return kept
}

/** What may have been meant: a few wrong letters, a city's old single postcode, or a name with words too many. */
function guess(folded: string, limit: number): Ranked[] {
  const query = placeQuery(folded)
  if (!query) return []
  if (/^\d{3}00$/.test(folded)) return rank(folded.slice(0, 3), 200).filter(({ entry }) => entry.place.kind === 'town')
  const misspelt = misspellings(query, limit)
  if (misspelt.length > 0) return misspelt
  for (let kept = query.words.length - 1; kept > 0; kept--) {
    const found = rank(query.words.slice(0, kept).join(' '), limit).filter(({ score }) => score >= whole)
    if (found.length > 0) return found
  }
  return []
}

/** Names a few letters away from what was typed, words that belong to their town or province left aside. */
function misspellings({ words }: PlaceQuery, limit: number): Ranked[] {
  const beside = words.length > 1 ? words.filter(isBeside).map((word) => ` ${word} `) : []
  const slips = new Map([['', slipOf(words)]])
  return best(entries(), limit, (entry) => {
    let own = ''
    for (const word of beside) if (entry.around.includes(word)) own += word
    const slip = slips.get(own) ?? slipOf(words.filter((word) => !own.includes(` ${word} `)))
    slips.set(own, slip)
    return nearness(entry, slip)
  })
}

type Slip = { text: string; bits: number; most: number }

function slipOf(words: readonly string[]): Slip {
  const text = undoubled(words.join(''))
  return { text, bits: letterBits(text), most: slipsIn(text) }
}

function nearness({ names }: Entry, { text, bits, most }: Slip) {
  let score = 0
  for (const { slippery } of most > 0 ? names : []) {
    for (const part of slippery) {
      if (Math.abs(part.text.length - text.length) > most) continue
      if (countBits(part.bits & ~bits) > most || countBits(bits & ~part.bits) > most) continue
      const slips = slipsBetween(text, part.text, most)
      if (slips <= most) score = Math.max(score, (part.isAll ? 700 : 500) - slips * 200)
    }
  }
  return score
}
