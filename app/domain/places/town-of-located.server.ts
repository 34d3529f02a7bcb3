import { municipalityAt, searchPlaces } from './gazetteer.server.ts'
import { foldPlace } from './gazetteer.ts'
import type { GeocodedPlace, Located } from './geocoded.ts'
import { distanceMetres } from './point.ts'

/** The farthest border of a town from its town hall: Rome's, with some to spare. */
const widest = 40_000

/**
 * The answer with the municipality it names, which knows boundaries that we do not ship; where it names none that we know
 * nearby, the one our gazetteer takes it for. Undefined abroad.
 */
export function inItsTown({ town, ...place }: Located): GeocodedPlace | undefined {
  const guess = municipalityAt(place)
  if (!guess) return undefined
  const [named] = searchPlaces(town ?? '', 20)
    .filter(({ kind, name }) => kind === 'town' && foldPlace(name) === foldPlace(town ?? ''))
    .map((each) => ({ ...each, metres: distanceMetres(each, place) }))
    .filter(({ metres }) => metres < widest)
    .sort((a, b) => a.metres - b.metres)
  const { municipality, municipality_istat } = named ?? guess
  return { ...place, municipality, municipality_istat }
}
