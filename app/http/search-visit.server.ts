import type { Question } from '#app/domain/discovery/lot-filter.server.ts'
import { readSearch } from '#app/domain/discovery/search-ask.ts'
import type { Box, Point } from '#app/domain/places/point.ts'
import { searchPlaces } from '#app/domain/places/gazetteer.server.ts'

export type Asked = Question & {
  /** What the place typed was understood as; null when nobody knows it. */
  place: string | null | undefined
}

/** The question a URL asks, its place name looked up in the gazetteer. Pages and map ask through this alone. */
export function questionOf(request: Request, now: string, box?: Box): Asked {
  const ask = readSearch(new URL(request.url).searchParams)
  if (ask.lat !== undefined && ask.lon !== undefined)
    return { ask, now, box, from: pointOf(ask.lat, ask.lon), place: ask.near || undefined }
  const [found] = ask.near ? searchPlaces(ask.near, 1) : []
  return { ask, now, box, from: found, place: ask.near ? (found?.name ?? null) : undefined }
}

function pointOf(latitude: number, longitude: number): Point {
  return { latitude_e6: Math.round(latitude * 1e6), longitude_e6: Math.round(longitude * 1e6) }
}

/** «west,south,east,north» in degrees, as maps write it; undefined when it is not a box on the earth. */
export function boxOf(text: string | null): Box | undefined {
  const [west, south, east, north] = (text ?? '').split(',').map(Number)
  if (west === undefined || south === undefined || east === undefined || north === undefined) return undefined
  if (![west, south, east, north].every(Number.isFinite) || south > north || west > east) return undefined
  const e6 = (degrees: number, most: number) => Math.round(Math.max(-most, Math.min(most, degrees)) * 1e6)
  return { west_e6: e6(west, 180), south_e6: e6(south, 90), east_e6: e6(east, 180), north_e6: e6(north, 90) }
}
