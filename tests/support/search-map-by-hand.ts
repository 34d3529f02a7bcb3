import { type Meaning, type ScannedLot, verdict } from './search-by-hand.ts'

/** A look at the map: degrees, and the zoom of its tiles. */
export type Look = NonNullable<Meaning['box']> & { zoom: number }

export type Sum = { lots: number; grams: number }

const nothing: Meaning = { words: [], cuts: [], tolerance: 0, sort: 'newest' }
const levels = Array.from({ length: 21 }, (_, level) => level)

/**
 * What a map may say it shows: the lots that answer inside the look; or, where it counts whole cells, those in the cells of
 * some level that the look touches.
 */
export function sumsByHand(lots: readonly ScannedLot[], asked: Meaning, look: Look, now: string): Sum[] {
  const answering = lots.filter((lot) => verdict(lot, asked, now) === 'yes')
  const inside = answering.filter((lot) => verdict(lot, { ...nothing, box: look }, now) === 'yes')
  return [inside, ...levels.map((level) => answering.filter((lot) => touches(lot, look, level)))].map(added)
}

export function added(lots: readonly { lots?: number; grams: number }[]): Sum {
  return {
    lots: lots.reduce((sum, { lots: many = 1 }) => sum + many, 0),
    grams: lots.reduce((sum, { grams }) => sum + grams, 0),
  }
}

/** Web Mercator: the world is a square of 2^level cells a side, north and west first, cut off at 85 degrees. */
function cellOf({ latitude, longitude }: { latitude: number; longitude: number }, level: number) {
  const side = 2 ** level
  const angle = (Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180
  const down = (1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2
  const within = (share: number) => Math.max(0, Math.min(side - 1, Math.floor(share * side)))
  return { x: within((longitude + 180) / 360), y: within(down) }
}

function touches(lot: ScannedLot, { west, south, east, north }: Look, level: number) {
  const at = cellOf(lot, level)
  const first = cellOf({ latitude: north, longitude: west }, level)
  const last = cellOf({ latitude: south, longitude: east }, level)
  if (at.y < first.y || at.y > last.y) return false
  return west <= east ? at.x >= first.x && at.x <= last.x : at.x >= first.x || at.x <= last.x
}
