import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { countedLevels, mercatorX, mercatorY } from '#db/dialects/lot-index.ts'
import type { Box } from '../places/point.ts'

const mostCells = 100

/** Roughly how many lots lie in these boxes, from the counters of the map: whole cells, so rather more than less. Without a box, all there are. */
export async function lotsAbout(db: Db, boxes: readonly Box[]) {
  const level = levelFor(boxes, countedLevels.last, mostCells)
  const counted = boxes.length === 0 ? sql`select lots from lot_counts where facet = 'all'` : undefined
  const parts = boxes.map((box) => {
    const { left, right, top, bottom } = cellsOf(box, level)
    const rows = Array.from({ length: bottom - top + 1 }, (_, at) => top + at)
    return sql`select lots from lot_tiles where level = ${level} and family = '' and y in (${sql.join(rows)}) and x between ${left} and ${right}`
  })
  const { rows } = await sql<{ lots: number }>`select coalesce(sum(lots), 0) as lots
    from (${counted ?? sql.join(parts, sql` union all `)}) as cells`.execute(db)
  return rows[0]?.lots ?? 0
}

/** The finest level, from `finest` on, at which these boxes touch no more cells than that. */
export function levelFor(boxes: readonly Box[], finest: number, most: number) {
  const cells = (level: number) =>
    boxes.map((box) => cellsOf(box, level)).reduce((sum, c) => sum + (c.right - c.left + 1) * (c.bottom - c.top + 1), 0)
  let level = Math.min(countedLevels.last, finest)
  while (level > countedLevels.first && cells(level) > most) level -= 1
  return level
}

/** The first and last cells of a level that a box touches. */
export function cellsOf({ west_e6, east_e6, north_e6, south_e6 }: Box, level: number) {
  const cell = (units: number) => Math.max(0, Math.min(2 ** level - 1, Math.floor(units / 2 ** (26 - level))))
  return {
    left: cell(mercatorX(west_e6)),
    right: cell(mercatorX(east_e6)),
    top: cell(mercatorY(north_e6)),
    bottom: cell(mercatorY(south_e6)),
  }
}
