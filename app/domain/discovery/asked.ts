import type { Box, Point } from '../places/point.ts'
import { type CutLine, readCutList } from './cut-list.ts'
import { readSearch, type SearchAsk } from './search-ask.ts'
import { searchQuery } from './search-href.ts'
import { readSearchText, type SearchText } from './search-text.ts'

/** A question taken apart once, to be held against many lots: see `answers`. */
export type Asked = {
  ask: SearchAsk
  from: Point | undefined
  box: Box | undefined
  text: SearchText
  lines: CutLine[]
}

/** Places are read from latitude and longitude alone: whoever keeps a question has looked its place up. */
export function askedBy(ask: SearchAsk): Asked {
  return {
    ask,
    from: pointOf(ask),
    box: boxOf(ask.bbox),
    text: readSearchText(ask.q),
    lines: ask.cut ? readCutList(ask.cut).lines : [],
  }
}

export function readQuestion(text: string): Asked {
  return askedBy(readSearch(new URLSearchParams(text)))
}

/** What is kept of a question: all that decides which lots answer, and nothing of how they are shown. */
export function questionToKeep(ask: SearchAsk, place: (Point & { name: string }) | undefined) {
  const from = pointOf(ask) ?? place
  const where = from
    ? { near: ask.near && place ? place.name : ask.near, lat: from.latitude_e6 / 1e6, lon: from.longitude_e6 / 1e6 }
    : { near: '', lat: undefined, lon: undefined, radius: undefined }
  const box = boxOf(ask.bbox) ? ask.bbox : undefined
  const cut = readCutList(ask.cut).lines.length > 0 ? ask.cut : ''
  const tolerance = cut ? ask.tolerance : undefined
  const kept = searchQuery(ask, { ...where, bbox: box, cut, tolerance, sort: undefined })
  // Read again, every part stands where the next reading puts it.
  return searchQuery(readSearch(new URLSearchParams(kept)))
}

function pointOf({ lat, lon }: SearchAsk): Point | undefined {
  if (lat === undefined || lon === undefined) return undefined
  return { latitude_e6: Math.round(lat * 1e6), longitude_e6: Math.round(lon * 1e6) }
}

/** West may lie east of east: such a box goes over the date line. */
function boxOf(bbox: string | undefined): Box | undefined {
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = (bbox ?? '')
    .split(',')
    .map(Number)
  if (![west, south, east, north].every(Number.isFinite) || south > north) return undefined
  const e6 = (degrees: number, most: number) => Math.round(Math.max(-most, Math.min(most, degrees)) * 1e6)
  return { west_e6: e6(west, 180), south_e6: e6(south, 90), east_e6: e6(east, 180), north_e6: e6(north, 90) }
}
