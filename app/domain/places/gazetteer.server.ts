import type { GazetteerFile } from '#db/reference/gazetteer-file.ts'
import { readGazetteer } from '#db/reference/read-gazetteer.server.ts'
import { type Entry, foldPlace, type NamedPlace, placeQuery, scoreEntry } from './gazetteer.ts'
import { distanceMetres, type Point } from './point.ts'

const rome = '058091'
/** A quarter of Rome counts as a town of this many people, so that Prati beats Prati di Tivo. */
const quarterPopulation = 60_000

/**
 * Places whose name, or postcode, answers what was typed, best first: accents and apostrophes forgiven, "vicino a" and
 * the like ignored, the beginning of a word enough. Larger towns first, those of Lazio a little ahead.
 */
export function searchPlaces(text: string, limit = 8): NamedPlace[] {
  const query = placeQuery(text)
  if (!query) return []
  return entries()
    .map((entry) => ({ place: entry.place, score: scoreEntry(entry, query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ place }) => place)
}

/** The town with this ISTAT code. */
export function municipality(istat: string): NamedPlace | undefined {
  return entries().find(({ place }) => place.kind === 'town' && place.municipality_istat === istat)?.place
}

/**
 * Which town a point is in, judged by the nearest named spot, and what that part of it is called. Without boundaries this
 * can be a neighbour at the edge. Undefined more than 30 km from any name: at sea, or abroad.
 */
export function municipalityAt(
  point: Point,
): { area: string; municipality: string; municipality_istat: string; distance_m: number } | undefined {
  let nearest: NamedPlace | undefined
  let distance_m = 30_000
  for (const { place } of entries()) {
    if (Math.abs(place.latitude_e6 - point.latitude_e6) > 300_000) continue
    const metres = distanceMetres(point, place)
    if (metres < distance_m) [nearest, distance_m] = [place, metres]
  }
  if (!nearest) return undefined
  const { name, municipality, municipality_istat } = nearest
  return { area: name, municipality, municipality_istat, distance_m: Math.round(distance_m) }
}

let index: readonly Entry[] | undefined

function entries() {
  index ??= indexOf(readGazetteer())
  return index
}

function indexOf(file: GazetteerFile): Entry[] {
  const towns = file.towns.map((row) => townEntry(row, file))
  const townAt = new Map(towns.map(({ place }) => [place.municipality_istat, place]))
  return [
    ...towns,
    ...file.places.flatMap((row) => placeEntry(row, townAt) ?? []),
    ...file.quarters.flatMap((row) => quarterEntry(row, townAt) ?? []),
  ]
}

function townEntry(
  [name, istat, at, caps, latitude_e6, longitude_e6, population, abroad]: GazetteerFile['towns'][number],
  file: GazetteerFile,
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
  return { place, names: namesOf(name, abroad ?? ''), weight: weightOf(population, region) }
}

function placeEntry(
  [name, istat, latitude_e6, longitude_e6, population]: GazetteerFile['places'][number],
  towns: Map<string, NamedPlace>,
): Entry | undefined {
  const town = towns.get(istat)
  if (!town) return undefined
  const place = { ...town, kind: 'place', name, caps: [], latitude_e6, longitude_e6 } as const
  return { place, names: namesOf(name, ''), weight: weightOf(population, town.region) }
}

function quarterEntry(
  [name, municipio, latitude_e6, longitude_e6, caps, also]: GazetteerFile['quarters'][number],
  towns: Map<string, NamedPlace>,
): Entry | undefined {
  const town = towns.get(rome)
  if (!town) return undefined
  const place = { ...town, kind: 'quarter', name, municipio, caps, latitude_e6, longitude_e6 } as const
  return { place, names: namesOf(name, also), weight: weightOf(quarterPopulation, town.region) }
}

// L'Aquila is also typed in one word.
function namesOf(name: string, also: string) {
  const spellings = /['’]/.test(name) ? [name, name.replace(/['’]/g, ''), also] : [name, also]
  return spellings.filter(Boolean).map((spelling) => ` ${foldPlace(spelling)} `)
}

function weightOf(population: number, region: string) {
  return Math.log10(population + 1) * 40 + (region === 'Lazio' ? 60 : 0)
}
