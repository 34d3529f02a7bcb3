import type { HatchName } from './hatch.tsx'

/** A lot at its blurred point, as the server sends it. `blur_radius_m` comes only when a map is near enough to draw it. */
export type LotPin = {
  /** As its card in a list leads to it. */
  id: string
  title: string
  lat: number
  lon: number
  hatch: HatchName
  material_name: string
  grams?: number | undefined
  photo?: string | undefined
  gone: boolean
  blur_radius_m?: number | undefined
}

type Tally = { lots: number; grams: number }

export type LotsInView = {
  total: Tally
  bunches: readonly (Tally & { lat: number; lon: number })[]
  pins: readonly LotPin[]
  /** More lots are in view than one look reads: the total counts them all, the bunches do not. */
  most: boolean
}

/** One thing to press on a map. Its lots are known one by one (`pins`), or only counted. */
export type Mark = Tally & { key: string; lat: number; lon: number; pins: readonly LotPin[] }

type Pixel = { x: number; y: number }
type Placed = Mark & { at: Pixel }

// A tag is some 90 px wide and 44 tall, the circle of a bunch 52: nearer than this they would lie on each other.
const tag = { x: 92, y: 44 }
const circle = { x: 58, y: 48 }

/** Bunches and pins as marks that do not lie on each other, from north to south. Their lots are still all of the view. */
export function marksOf({ bunches, pins }: LotsInView, pixelOf: (lat: number, lon: number) => Pixel): Mark[] {
  const marks: Placed[] = []
  const place = (mark: Mark) => {
    const at = pixelOf(mark.lat, mark.lon)
    const near = marks.findIndex((other) => isOver({ ...mark, at }, other))
    const other = marks[near]
    if (other) marks[near] = joined(other, mark, pixelOf)
    else marks.push({ ...mark, at })
  }
  for (const { lat, lon, lots, grams } of bunches) place({ key: `${lat} ${lon}`, lat, lon, lots, grams, pins: [] })
  for (const pin of pins)
    place({ key: pin.id, lat: pin.lat, lon: pin.lon, lots: 1, grams: pin.grams ?? 0, pins: [pin] })
  return marks.sort((one, other) => one.at.y - other.at.y || one.at.x - other.at.x).map(({ at, ...mark }) => mark)
}

function isOver(one: Placed, other: Placed) {
  const reach = one.lots === 1 && other.lots === 1 ? tag : circle
  return Math.abs(one.at.x - other.at.x) < reach.x && Math.abs(one.at.y - other.at.y) < reach.y
}

function joined(one: Mark, other: Mark, pixelOf: (lat: number, lon: number) => Pixel): Placed {
  const lots = one.lots + other.lots
  const lat = (one.lat * one.lots + other.lat * other.lots) / lots
  const lon = (one.lon * one.lots + other.lon * other.lots) / lots
  const pins = knowsAll(one) && knowsAll(other) ? [...one.pins, ...other.pins] : []
  return { key: `${one.key}+`, lat, lon, lots, grams: one.grams + other.grams, pins, at: pixelOf(lat, lon) }
}

export const knowsAll = ({ pins, lots }: Mark) => pins.length === lots

/** All at one blurred point: no map can come near enough to part them. */
export function isOneSpot({ pins }: Mark) {
  const [first] = pins
  return pins.every(({ lat, lon }) => lat === first?.lat && lon === first.lon)
}
