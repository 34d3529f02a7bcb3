import type { GazetteerFile } from '#db/reference/gazetteer-file.ts'
import { readGazetteer } from '#db/reference/read-gazetteer.server.ts'
import { type Entry, foldPlace, type NamedPlace, shortSaints } from './gazetteer.ts'
import { letterBits, undoubled } from './slip.ts'

const rome = '058091'
/** A quarter of Rome counts as a town of this many people, so that Prati beats Prati di Tivo. */
const quarterPopulation = 60_000
/** Villages whose people nobody counted. */
const fewest = 500

type Index = {
  all: readonly Entry[]
  /** By the first two letters of each word of a name: what was typed begins one of them. */
  beginning: ReadonlyMap<string, readonly Entry[]>
  /** Towns, provinces and regions, as words that may stand beside a name. */
  beside: ReadonlySet<string>
}
let index: Index | undefined

/** Every name of the gazetteer, made ready on first use and kept. */
export function entries() {
  return ready().all
}

/** Those of which some word begins as one of these does. */
export function entriesBeginning(words: readonly string[]): Iterable<Entry> {
  const { beginning } = ready()
  const found = words.map((word) => beginning.get(beginningOf(word)) ?? [])
  return found.length === 1 ? (found[0] ?? []) : new Set(found.flat())
}

/** True for words that tell where a place of some name is: «roma», «rm», «lazio». */
export function isBeside(word: string) {
  return ready().beside.has(word)
}

function ready(): Index {
  if (index) return index
  const all = indexOf(readGazetteer())
  const beginning = new Map<string, Entry[]>()
  for (const entry of all) {
    const words = entry.names.flatMap((name) => [...name.words.trim().split(' '), name.joined])
    for (const key of new Set(words.map(beginningOf))) push(beginning, key, entry)
  }
  index = { all, beginning, beside: besideWords(all) }
  return index
}

// Not «di» and «del», which stand beside half of all names.
function besideWords(all: readonly Entry[]) {
  const words = all.flatMap(({ around }) => around.split(' ')).filter((word) => word.length > 3)
  return new Set([...words, ...all.map(({ place }) => place.province.toLowerCase())])
}

function push(lists: Map<string, Entry[]>, key: string, entry: Entry) {
  const list = lists.get(key)
  if (list) list.push(entry)
  else lists.set(key, [entry])
}

const beginningOf = (word: string) => word.slice(0, 2)

function indexOf(file: GazetteerFile): Entry[] {
  const capitals = capitalsOf(file)
  const towns = file.towns.map((row) => townEntry(row, file, capitals))
  const townAt = new Map(towns.map(({ place }) => [place.municipality_istat, place]))
  return [
    ...towns,
    ...file.places.flatMap((row) => placeEntry(row, townAt, capitals) ?? []),
    ...file.quarters.flatMap((row) => quarterEntry(row, townAt, capitals) ?? []),
  ]
}

/** The largest town of each province, whose name people write for the province's: «Castro (Bergamo)». */
function capitalsOf({ towns, provinces }: GazetteerFile) {
  const capitals = new Map<string, string>()
  for (const [name, , at] of [...towns].sort((a, b) => a[6] - b[6])) capitals.set(provinces[at]?.[0] ?? '', name)
  return capitals
}

function townEntry(
  [name, istat, at, caps, latitude_e6, longitude_e6, population, abroad]: GazetteerFile['towns'][number],
  file: GazetteerFile,
  capitals: Map<string, string>,
): Entry {
  const [province, region] = file.provinces[at] ?? ['', '']
  const place = {
    kind: 'town',
    name,
    municipality: name,
    municipality_istat: istat,
    province,
    region,
    caps,
    municipio: null,
    latitude_e6,
    longitude_e6,
  } as const
  return entry(place, abroad ?? '', population, capitals)
}

function placeEntry(
  [name, istat, latitude_e6, longitude_e6, population]: GazetteerFile['places'][number],
  towns: Map<string, NamedPlace>,
  capitals: Map<string, string>,
): Entry | undefined {
  const town = towns.get(istat)
  if (!town) return undefined
  const place = { ...town, kind: 'place', name, caps: [], latitude_e6, longitude_e6 } as const
  return entry(place, '', population, capitals)
}

function quarterEntry(
  [name, municipio, latitude_e6, longitude_e6, caps, also]: GazetteerFile['quarters'][number],
  towns: Map<string, NamedPlace>,
  capitals: Map<string, string>,
): Entry | undefined {
  const town = towns.get(rome)
  if (!town) return undefined
  const place = { ...town, kind: 'quarter', name, municipio, caps, latitude_e6, longitude_e6 } as const
  return entry(place, also, quarterPopulation, capitals)
}

function entry(place: NamedPlace, also: string, population: number, capitals: Map<string, string>): Entry {
  const { municipality, province, region } = place
  const names = spellings([place.name, also])
  const around = ` ${[municipality, province, capitals.get(province) ?? '', region].map(foldPlace).join(' ')} `
  return {
    place,
    names,
    around,
    bits: names.reduce((bits, { joined }) => bits | letterBits(joined), letterBits(around)),
    weight: Math.log10(population + 1) * 40 + (region === 'Lazio' ? 60 : 0),
    people: Math.max(population, fewest),
  }
}

/** L'Aquila is also typed Aquila, Bolzano/Bozen in either tongue, San Basilio as S. Basilio. */
function spellings(names: string[]) {
  const folded = names
    .flatMap((name) => [name, ...name.split(/ ?[/-] ?/)])
    .map(foldPlace)
    .filter(Boolean)
  const bare = folded.map((name) => name.replace(/^(?:l|la|lo|le|il|i|gli) (?=.{4})/, ''))
  const short = [...folded, ...bare].map(shortSaints)
  return [...new Set([...folded, ...bare, ...short])].map((words) => {
    const joined = words.replaceAll(' ', '')
    return { words: ` ${words} `, joined, slippery: slipperyParts(words) }
  })
}

// Guidonia is how people call Guidonia Montecelio; Monte is how they call nothing.
function slipperyParts(words: string) {
  const [first = ''] = words.split(' ')
  const parts = first.length > 5 && first !== words ? [words.replaceAll(' ', ''), first] : [words.replaceAll(' ', '')]
  return parts.map(undoubled).map((text, at) => ({ text, bits: letterBits(text), isAll: at === 0 }))
}
