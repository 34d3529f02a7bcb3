import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { mercatorX, mercatorY } from '#db/dialects/lot-index.ts'
import { boxesAround, metresOfChord, type Point } from '../places/point.ts'
import { all, asking, type Meaning } from './asking.server.ts'
import { distanceSquare, type Question, withinMetres } from './lot-filter.server.ts'
import { type Found, type FoundCard, withCards } from './lot-rows.server.ts'

const around_the_earth_m = 20_100_000
const rings = { least_m: 100, most_m: 50_000 }

/**
 * The lots nearest to a point that answer, after `after`. Looks in rings: as wide as should hold a page where lots lie as
 * densely as here, then wider, so that the work follows the answer and not how many lots there are.
 */
export async function nearestLots(
  db: Db,
  question: Question & { from: Point },
  meaning: Meaning,
  { after, limit }: { after: Found | undefined; limit: number },
): Promise<FoundCard[]> {
  const { from, ask } = question
  const farthest = ask.radius ? ask.radius * 1000 : around_the_earth_m
  const passed = after ? metresOfChord(Number(after.value)) : 0
  let ring = Math.max(passed * 1.3, meaning.groups.length > 0 ? rings.most_m : await firstRing(db, from, limit))
  for (;;) {
    const reach = Math.min(ring, farthest)
    const found = await withinRing(db, question, meaning, { reach, after, limit })
    if (found.length >= limit || reach >= farthest) return found
    ring *= found.length > 0 ? Math.max(1.6, Math.min(4, Math.sqrt(limit / found.length) * 1.3)) : 4
  }
}

type Ring = { reach: number; after: Found | undefined; limit: number }

async function withinRing(
  db: Db,
  question: Question & { from: Point },
  meaning: Meaning,
  { reach, after, limit }: Ring,
) {
  const { from, ask } = question
  // The ring lies within the radius: one box is looked up, not two.
  const within = { ...question, ask: { ...ask, radius: undefined } }
  const source = asking(db, within, meaning, { near: reach <= rings.most_m * 2 ? boxesAround(from, reach) : [] })
  const distance = distanceSquare(from)
  const beyond = after
    ? sql<boolean>`(${distance} > ${after.value} or (${distance} = ${after.value} and ${source.n} < ${after.n}))`
    : sql<boolean>`1 = 1`
  const inRing = reach < around_the_earth_m ? withinMetres(db, from, reach) : []
  return withCards(
    db,
    sql`select ${source.n} as n, ${distance} as value from ${source.from}
      where ${all([source.where, ...inRing, beyond])} order by value, n desc limit ${limit}`,
  )
}

/** How far a page of lots should reach here, in metres: by the smallest cell of the map around the point that holds as many. */
async function firstRing(db: Db, from: Point, limit: number) {
  const [x, y] = [mercatorX(from.longitude_e6), mercatorY(from.latitude_e6)]
  const cells = askedLevels.map((level) => {
    const at = (units: number) => sql`cast(${Math.floor(units / 2 ** (26 - level))} as integer)`
    return sql`(${sql.lit(level)}, '', ${at(y)}, ${at(x)})`
  })
  const { rows } = await sql<{ level: number; lots: number }>`select level, lots from lot_tiles
    where (level, family, y, x) in (values ${sql.join(cells)}) order by level desc`.execute(db)
  const cell = rows.find(({ lots }) => lots >= limit) ?? rows.at(-1)
  if (!cell) return rings.most_m
  const side = (40_075_017 * Math.cos((from.latitude_e6 / 1e6) * (Math.PI / 180))) / 2 ** cell.level
  const needed = Math.sqrt((limit * 1.6 * side * side) / cell.lots / Math.PI)
  return Math.max(rings.least_m, Math.min(rings.most_m, needed))
}

const askedLevels = [15, 13, 11, 9]
