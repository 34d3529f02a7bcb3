import { distanceMetres, type Point, pointAt } from './point.ts'

/** Two secrets of a site, each in [0, 1): how far it is moved and in which direction. */
export type Chance = { far: number; way: number }

/** Sites this near to each other share one blurred point: two points for one house would halve the secret. */
export const sameSite = 120

const offset = { least: 100, most: 400 }

/**
 * One radius for all, so that it tells nothing. It holds the longest offset (400 m), the rounding (70 m) and
 * the way to the next door (120 m).
 */
export const blurRadius = 600

// A thousandth of a degree, about 110 m: the offset's last digits are not worth telling.
const grain = 1_000

/** The public point of a site: moved by 100 to 400 m, then rounded. The same chances give the same point. */
export function blurred(exact: Point, { far, way }: Chance): Point {
  const moved = pointAt(exact, offset.least + far * (offset.most - offset.least), way * 2 * Math.PI)
  return { latitude_e6: toGrain(moved.latitude_e6), longitude_e6: toGrain(moved.longitude_e6) }
}

/** True when a circle of `blurRadius` around the public point holds the site. */
export function holds(publicPoint: Point, exact: Point) {
  return distanceMetres(publicPoint, exact) <= blurRadius
}

function toGrain(e6: number) {
  return Math.round(e6 / grain) * grain
}
