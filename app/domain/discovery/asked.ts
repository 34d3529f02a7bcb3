import { type Box, type Point, readBox } from '../places/point.ts'
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
    box: readBox(ask.bbox),
    text: readSearchText(ask.q),
    lines: ask.cut ? readCutList(ask.cut).lines : [],
  }
}

/** A kept question read back. A new lot meets the same questions again and again: each is taken apart once. */
export function readQuestion(text: string): Asked {
  const known = read.get(text)
  if (known) return known
  const asked = askedBy(readSearch(new URLSearchParams(text)))
  if (read.size >= mostRead) read.clear()
  read.set(text, asked)
  return asked
}

const read = new Map<string, Asked>()
// Some 80 MB when a whole country keeps questions; a hub's fill a corner of it.
const mostRead = 100_000

/** What is kept of a question: all that decides which lots answer, and nothing of how they are shown. */
export function questionToKeep(ask: SearchAsk, place: (Point & { name: string }) | undefined) {
  const from = pointOf(ask) ?? place
  const where = from
    ? { near: ask.near && place ? place.name : ask.near, lat: from.latitude_e6 / 1e6, lon: from.longitude_e6 / 1e6 }
    : { near: '', lat: undefined, lon: undefined, radius: undefined }
  const box = readBox(ask.bbox) ? ask.bbox : undefined
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
