import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { lotIndexOf } from '#db/dialects/dialect.server.ts'
import { boxesAround, metresOfChord, type Point } from '../places/point.ts'
import { all, asking, askingByMaterial, type Meaning } from './asking.server.ts'
import { columns, readColumns } from './columns.read.server.ts'
import { firstRing, type Ring, rings } from './first-ring.read.server.ts'
import { distanceSquare, type Question, withinMetres } from './lot-filter.server.ts'
import { byValue, cardsOf, type Found, type FoundCard, withCards } from './lot-rows.server.ts'

const around_the_earth_m = 20_100_000
type Asked = Question & { from: Point }
type Page = { after: Found | undefined; limit: number }

/**
 * The lots nearest to a point that answer, after `after`. Looks in rings: as wide as should hold a page where lots lie as
 * densely as here, then wider, so that the work follows the answer and not how many lots there are.
 */
export async function nearestLots(db: Db, question: Asked, meaning: Meaning, page: Page): Promise<FoundCard[]> {
  const { limit, after } = page
  const { radius } = question.ask
  const farthest = radius ? radius * 1000 : around_the_earth_m
  const first = await firstRing(db, question, meaning, limit)
  let ring = Math.max(first.reach, after ? metresOfChord(Number(after.value)) * 1.3 : 0)
  for (let tries = 1; ; tries++) {
    const reach = Math.min(ring, farthest)
    const isSmall = tries <= 2 && reach <= rings.most_m
    const begin = isSmall && reach < farthest ? first.begin : 'words'
    const found = await withinRing(db, question, meaning, { ...page, ...first, reach, begin, isSmall })
    if (found.length >= limit || reach >= farthest) return found
    ring *= found.length > 0 ? Math.max(1.6, Math.min(4, Math.sqrt(limit / found.length) * 1.3)) : 4
  }
}

type Reach = Page & Ring & { isSmall: boolean }

async function withinRing(db: Db, question: Asked, meaning: Meaning, ring: Reach) {
  const { from, ask } = question
  const { reach, after, limit, begin, isSmall, material } = ring
  // The ring lies within the radius: one box is looked up, not two.
  const within = { ...question, ask: { ...ask, radius: undefined } }
  const near = reach <= rings.most_m * 2 ? boxesAround(from, reach) : []
  const sources =
    material === undefined || near.length === 0
      ? [asking(db, within, meaning, { near, begin })]
      : askingByMaterial(db, within, meaning, { near, at: material })
  const distance = distanceSquare(from)
  const inRing = reach < around_the_earth_m ? withinMetres(db, from, reach) : []
  const lots = sources.map((source) => {
    const beyond = after
      ? sql<boolean>`(${distance} > ${after.value} or (${distance} = ${after.value} and ${source.n} < ${after.n}))`
      : sql<boolean>`1 = 1`
    return sql`select ${source.n} as n, ${distance} as value from ${source.from}
      where ${all([source.where, ...inRing, beyond])}`
  })
  const found = sql<Found>`${sql.join(lots, sql` union all `)}`
  return isSmall && lotIndexOf(db).sortsSlowly
    ? sortedHere(db, found, limit)
    : withCards(db, sql`select n, value from (${found}) as found order by value, n desc limit ${limit}`)
}

async function sortedHere(db: Db, found: RawBuilder<Found>, limit: number) {
  const { n, value } = await readColumns(db, columns('n', 'value'), sql`(${found}) as found`)
  const lots = n.map((number, at) => ({ n: number, value: value[at] ?? 0 })).sort(byValue)
  return cardsOf(db, lots.slice(0, limit))
}
