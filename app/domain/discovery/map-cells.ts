import type { Point } from '../places/point.ts'

/** A lot by its number in the index; 0 grams when nobody knows. */
export type Spot = Point & { n: number; grams: number; mx: number; my: number }
export type Bunch = Point & { lots: number; grams: number }

/** Below this nobody is helped by a bunch: every lot is told by itself. */
export const mostPins = 40
export const mostMarks = 60
// A map's tile is 256 px wide; two levels below its zoom a cell is 64.
export const levelsBelow = 2

/**
 * What a map shows of these lots at a zoom: a lot alone in its cell of 64 px as itself, several as one bunch at the mean
 * of their points. Where that makes more marks than eyes and a slow phone can follow, the cells grow.
 */
export function gather(spots: readonly Spot[], zoom: number): { bunches: Bunch[]; alone: Spot[] } {
  if (spots.length <= mostPins) return { bunches: [], alone: [...spots] }
  for (let level = zoom + levelsBelow; level > 0; level--) {
    const cells = [...inCells(spots, level).values()]
    const alone = cells.filter((cell) => cell.length === 1).flat()
    if (cells.length <= mostMarks && alone.length <= mostPins)
      return { bunches: cells.filter((cell) => cell.length > 1).map(bunchOf), alone }
  }
  return { bunches: [bunchOf(spots)], alone: [] }
}

function inCells(spots: readonly Spot[], level: number) {
  const cells = new Map<number, Spot[]>()
  for (const spot of spots) {
    const cell = cellAt(spot, level)
    const there = cells.get(cell)
    if (there) there.push(spot)
    else cells.set(cell, [spot])
  }
  return cells
}

/** Which of the 2^level × 2^level squares of the world in Mercator's projection a spot falls in, counted row by row. */
export function cellAt({ mx, my }: Pick<Spot, 'mx' | 'my'>, level: number) {
  const across = 2 ** level
  const within = (units: number) => Math.max(0, Math.min(across - 1, Math.floor((units / 2 ** 26) * across)))
  return within(my) * across + within(mx)
}

function bunchOf(spots: readonly Spot[]): Bunch {
  const sum = (of: (spot: Spot) => number) => spots.reduce((total, spot) => total + of(spot), 0)
  return {
    latitude_e6: Math.round(sum((spot) => spot.latitude_e6) / spots.length),
    longitude_e6: Math.round(sum((spot) => spot.longitude_e6) / spots.length),
    lots: spots.length,
    grams: sum((spot) => spot.grams),
  }
}
