import type { Question } from '#app/domain/discovery/lot-filter.server.ts'
import { readSearch } from '#app/domain/discovery/search-ask.ts'
import { searchPlaces } from '#app/domain/places/gazetteer.server.ts'
import { type Point, readBox } from '#app/domain/places/point.ts'

export type Asked = Question & {
  /** What the place typed was understood as; null when nobody knows it. */
  place: string | null | undefined
}

/** The question a URL asks, its place name looked up in the gazetteer. Pages and map ask through this alone. */
export function questionOf(request: Request, now: string): Asked {
  const asked = readSearch(new URL(request.url).searchParams)
  const box = readBox(asked.bbox)
  const ask = { ...asked, bbox: box && asked.bbox }
  if (ask.lat !== undefined && ask.lon !== undefined)
    return { ask, now, box, from: pointOf(ask.lat, ask.lon), place: ask.near || undefined }
  const [found] = ask.near ? searchPlaces(ask.near, 1) : []
  return { ask, now, box, from: found, place: ask.near ? (found?.name ?? null) : undefined }
}

function pointOf(latitude: number, longitude: number): Point {
  return { latitude_e6: Math.round(latitude * 1e6), longitude_e6: Math.round(longitude * 1e6) }
}
