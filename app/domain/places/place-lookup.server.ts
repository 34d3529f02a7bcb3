import { municipalityAt, searchPlaces } from './gazetteer.server.ts'
import { foldPlace, type NamedPlace } from './gazetteer.ts'
import { type Point, readPoint } from './point.ts'

type Found = { point: Point; error?: never; choices?: never } | { point?: never; error: string; choices: NamedPlace[] }

/**
 * The point a form means: the choice ticked, else the pin, else the town as typed. A pin comes with the town text it was
 * set for; typed over without scripts, the text speaks and the pin is old. When several places answer, they come back.
 */
export function findPlace(typed: Readonly<Record<string, string>>): Found {
  const [latitude, longitude] = (typed['place_choice'] ?? '').split(',')
  const ticked = readPoint(latitude, longitude)
  if (ticked) return { point: ticked }
  const town = typed['town']?.trim() ?? ''
  const pin = readPoint(typed['latitude'], typed['longitude'])
  if (pin && (town === '' || town === typed['town_named']?.trim())) return { point: pin }
  if (town === '') return { error: 'errors.required', choices: [] }
  const answers = searchPlaces(beforeComma(town))
  const exact = answers.filter(({ name }) => foldPlace(name) === foldPlace(beforeComma(town)))
  const only = exact.length === 1 ? exact[0] : answers.length === 1 ? answers[0] : undefined
  if (only) return { point: only }
  return { error: answers.length > 0 ? 'posting.errors.place-which' : 'posting.errors.place-unknown', choices: answers }
}

/** «Talenti, Roma»: how a point is called in the form. */
export function placeName(point: Point) {
  const at = municipalityAt(point)
  return at && placeLabel({ name: at.area, municipality: at.municipality })
}

/** The boxes that say where, as they would have been filled in for a point; empty ones without. */
export function areaFields(point: Point | undefined) {
  if (!point) return { town: '', town_named: '', latitude: '', longitude: '' }
  const town = placeName(point) ?? ''
  const [latitude, longitude] = [String(point.latitude_e6 / 1e6), String(point.longitude_e6 / 1e6)]
  return { town, town_named: town, latitude, longitude }
}

export function placeLabel({ name, municipality }: Pick<NamedPlace, 'name' | 'municipality'>) {
  return name === municipality ? name : `${name}, ${municipality}`
}

// «Talenti, Roma» is written by us; the gazetteer knows it as Talenti.
function beforeComma(text: string) {
  return text.split(',')[0] ?? text
}
