import { type Meaning, type ScannedLot, verdict } from './search-by-hand.ts'

/** A look at the map: degrees, and the zoom of its tiles. */
export type Look = NonNullable<Meaning['box']> & { zoom: number }

type Sum = { lots: number; grams: number }
export type Cells = Record<string, Sum>

/**
 * The lots that answer, summed by cells of half a tile: those inside the look, and those in cells that it touches. A
 * map may show either, as long as it says what it shows.
 */
export function cellsByHand(lots: readonly ScannedLot[], asked: Meaning, look: Look, now: string) {
  const answering = lots.filter((lot) => verdict(lot, asked, now) === 'yes')
  const inside = answering.filter((lot) => verdict(lot, { ...nothing, box: look }, now) === 'yes')
  const touched = answering.filter((lot) => touches(lot, look))
  return { inside: summed(inside, look.zoom), touched: summed(touched, look.zoom) }
}

const nothing: Meaning = { words: [], cuts: [], tolerance: 0, sort: 'newest' }

/** The name of the cell that a point lies in. */
export function cellName(at: { latitude: number; longitude: number }, zoom: number) {
  const { x, y } = cellOf(at, zoom)
  return `${x} ${y}`
}

export function totalOf(cells: Cells): Sum {
  const all = Object.values(cells)
  return { lots: all.reduce((sum, { lots }) => sum + lots, 0), grams: all.reduce((sum, { grams }) => sum + grams, 0) }
}

function summed(lots: readonly ScannedLot[], zoom: number) {
  const cells: Cells = {}
  for (const lot of lots) {
    const name = cellName(lot, zoom)
    const cell = cells[name] ?? { lots: 0, grams: 0 }
    cells[name] = { lots: cell.lots + 1, grams: cell.grams + lot.grams }
  }
  return cells
}

/** Web Mercator: the world is a square of 2^(zoom + 1) cells a side, north and west first, cut off at 85 degrees. */
function cellOf({ latitude, longitude }: { latitude: number; longitude: number }, zoom: number) {
  const side = 2 ** (zoom + 1)
  const angle = (Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180
  const down = (1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2
  const within = (share: number) => Math.max(0, Math.min(side - 1, Math.floor(share * side)))
  return { x: within((longitude + 180) / 360), y: within(down) }
}

function touches(lot: ScannedLot, { west, south, east, north, zoom }: Look) {
  const at = cellOf(lot, zoom)
  const first = cellOf({ latitude: north, longitude: west }, zoom)
  const last = cellOf({ latitude: south, longitude: east }, zoom)
  if (at.y < first.y || at.y > last.y) return false
  return west <= east ? at.x >= first.x && at.x <= last.x : at.x >= first.x || at.x <= last.x
}
