import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { countedLevels, mercatorX, mercatorY } from '#db/dialects/lot-index.ts'
import type { Box } from '../places/point.ts'

const mostCells = 100
const [coarsest] = countedLevels
const finestCounted = countedLevels.at(-1) ?? coarsest

/** Roughly how many lots lie in these boxes, from the counters of the map: whole cells, so rather more than less. Without a box, all there are. */
export async function lotsAbout(db: Db, boxes: readonly Box[]) {
  const level = levelFor(boxes, finestCounted, mostCells)
  const counted = boxes.length === 0 ? sql`select lots from lot_counts where facet = 'all'` : undefined
  const parts = boxes.map((box) => sql`select lots from ${countersIn(box, level, '')}`)
  const { rows } = await sql<{ lots: number }>`select coalesce(sum(lots), 0) as lots
    from (${counted ?? sql.join(parts, sql` union all `)}) as cells`.execute(db)
  return rows[0]?.lots ?? 0
}

/** The finest level, from `finest` on, at which these boxes touch no more cells than that. */
export function levelFor(boxes: readonly Box[], finest: number, most: number) {
  const cells = (level: number) =>
    boxes.map((box) => cellsOf(box, level)).reduce((sum, c) => sum + (c.right - c.left + 1) * (c.bottom - c.top + 1), 0)
  let level = Math.min(finestCounted, finest)
  while (level > coarsest && cells(level) > most) level -= 1
  return level
}

/** How many levels finer than this one the counters are that tell it. */
export function finerBy(level: number) {
  return (countedLevels.find((each) => each >= level) ?? finestCounted) - level
}

/** The counters that tell the cells of a level that a box touches. */
export function countersIn(box: Box, level: number, family: string) {
  const finer = finerBy(level)
  const { left, right, top, bottom } = cellsOf(box, level)
  const rows = Array.from({ length: (bottom - top + 1) << finer }, (_, at) => (top << finer) + at)
  return sql`lot_tiles where level = ${level + finer} and family = ${family} and y in (${sql.join(rows)})
    and x between ${left << finer} and ${((right + 1) << finer) - 1}`
}

/** The first and last cells of a level that a box touches. */
function cellsOf({ west_e6, east_e6, north_e6, south_e6 }: Box, level: number) {
  const cell = (units: number) => Math.max(0, Math.min(2 ** level - 1, Math.floor(units / 2 ** (26 - level))))
  return {
    left: cell(mercatorX(west_e6)),
    right: cell(mercatorX(east_e6)),
    top: cell(mercatorY(north_e6)),
    bottom: cell(mercatorY(south_e6)),
  }
}
