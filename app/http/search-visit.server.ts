import { redirect } from '@remix-run/node'
import type { Question } from '#app/domain/discovery/lot-filter.server.ts'
import { readSearch } from '#app/domain/discovery/search-ask.ts'
import { understandPlace } from '#app/domain/places/gazetteer.server.ts'
import { choiceOf } from '#app/domain/places/place-lookup.server.ts'
import { type Point, readBox } from '#app/domain/places/point.ts'
import { looksLikeStreet } from '#app/domain/places/street.ts'
import type { Visit } from './context.server.ts'
import { streetsCalled } from './streets.server.ts'

export type Asked = Question & {
  /** What the place typed was understood as; null when nobody knows it. */
  place: string | null | undefined
  /** A sentence about how it was understood, where that is not plain. */
  place_said: string | undefined
}

/** The question a URL asks, its place name looked up in the gazetteer. Pages and map ask through this alone. */
export function questionOf(request: Request, now: string): Asked {
  const asked = readSearch(new URL(request.url).searchParams)
  const box = readBox(asked.bbox)
  const ask = { ...asked, bbox: box && asked.bbox }
  if (ask.lat !== undefined && ask.lon !== undefined) {
    const place_said = looksLikeStreet(ask.near) ? 'listings.place.credit' : undefined
    return { ask, now, box, from: pointOf(ask.lat, ask.lon), place: ask.near || undefined, place_said }
  }
  if (ask.near === '') return { ask, now, box, from: undefined, place: undefined, place_said: undefined }
  const { places, whole, as } = understandPlace(ask.near)
  const [found] = places
  const how = as === 'named' ? (whole > 1 ? 'several' : undefined) : as
  const place_said = found && how && sentence(how, { typed: ask.near, found: choiceOf(found).label })
  return { ask, now, box, from: found, place: found?.name ?? null, place_said }
}

/**
 * Puts the point of a street, or of a spot the gazetteer does not know, into the URL, once: map, further pages and saved
 * searches then ask nobody. Returns a sentence when the geocoder is away, and nothing when there is none to ask.
 */
export async function streetPoint(request: Request, { db, now }: Visit): Promise<string | undefined> {
  const url = new URL(request.url)
  const { near, lat } = readSearch(url.searchParams)
  if (near === '' || lat !== undefined) return undefined
  const { state, answers } = await streetsCalled(db, near, now)
  const [point] = answers
  if (point) {
    url.searchParams.set('lat', (point.latitude_e6 / 1e6).toFixed(4))
    url.searchParams.set('lon', (point.longitude_e6 / 1e6).toFixed(4))
    throw redirect(url.pathname + url.search)
  }
  if (state !== 'away') return undefined
  const [instead] = understandPlace(near, 1).places
  return instead ? sentence('away', { found: choiceOf(instead).label }) : 'listings.place.away_nowhere'
}

function sentence(how: string, words: Record<string, string>) {
  return `listings.place.${how}?${new URLSearchParams(words)}`
}

function pointOf(latitude: number, longitude: number): Point {
  return { latitude_e6: Math.round(latitude * 1e6), longitude_e6: Math.round(longitude * 1e6) }
}
