import { municipalityAt, understandPlace } from './gazetteer.server.ts'
import type { NamedPlace } from './gazetteer.ts'
import { type GeocodedPlace, noStreets, type Streets } from './geocoded.ts'
import { type Point, readPoint } from './point.ts'

type Typed = Readonly<Record<string, string>>
export type PlaceChoice = { value: string; label: string }
type Found = { point: Point; error?: never; choices?: never } | { point?: never; error: string; choices: PlaceChoice[] }

/**
 * The point a form means: the choice ticked, else the pin, else the place as typed. A pin comes with the town text it was
 * set for; typed over without scripts, the text speaks and the pin is old. When several places answer, or one that was
 * only guessed, they come back. `streets` is what a geocoder knows of the text, for what the gazetteer does not.
 */
export function findPlace(typed: Typed, streets: Streets = noStreets): Found {
  const point = pointTyped(typed)
  if (point) return { point }
  const text = textOfPlace(typed)
  if (text === '') return { error: 'errors.required', choices: [] }
  const { places, whole, as } = understandPlace(text)
  if (as !== 'named') return findStreet(streets, places)
  const only = whole === 1 || places.length === 1 ? places[0] : undefined
  return only ? { point: only } : { error: 'posting.errors.place-which', choices: places.map(choiceOf) }
}

/** The text that says where, empty when a choice or a pin says it already. */
export function placeText(typed: Typed) {
  return pointTyped(typed) ? '' : textOfPlace(typed)
}

function pointTyped(typed: Typed) {
  const [latitude, longitude] = (typed['place_choice'] ?? '').split(',')
  const ticked = readPoint(latitude, longitude)
  if (ticked) return ticked
  const pin = readPoint(typed['latitude'], typed['longitude'])
  const town = textOfPlace(typed)
  return pin && (town === '' || town === typed['town_named']?.trim()) ? pin : undefined
}

function textOfPlace(typed: Typed) {
  return typed['town']?.trim() ?? ''
}

function findStreet({ state, answers }: Streets, guesses: NamedPlace[]): Found {
  const [only, other] = answers
  if (only && !other) return { point: only }
  if (only) return { error: 'posting.errors.place-which', choices: answers.map(streetChoice) }
  const choices = guesses.map(choiceOf)
  if (state === 'away' || state === 'later') return { error: `posting.errors.place-${state}`, choices }
  return { error: choices.length > 0 ? 'posting.errors.place-near' : 'posting.errors.place-unknown', choices }
}

/** A place to tick or pick: its point, and its name with the province, for there is more than one Castro. */
export function choiceOf(place: NamedPlace): PlaceChoice {
  return { value: pointValue(place), label: `${placeLabel(place)} (${place.province})` }
}

export function streetChoice(place: GeocodedPlace): PlaceChoice {
  return { value: pointValue(place), label: place.label }
}

export function pointValue({ latitude_e6, longitude_e6 }: Point) {
  return `${latitude_e6 / 1e6},${longitude_e6 / 1e6}`
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
