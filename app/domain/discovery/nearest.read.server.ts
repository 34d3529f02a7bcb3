import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { lotIndexOf } from '#db/dialects/dialect.server.ts'
import { boxesAround, chordSquare, metresOfChord, type Point } from '../places/point.ts'
import { all, asking, askingByMaterial, type Meaning } from './asking.server.ts'
import { columns, readColumns } from './columns.read.server.ts'
import { firstRing, type Ring, rings } from './first-ring.read.server.ts'
import { distanceSquare, insideBoxes, type Question, withinMetres } from './lot-filter.server.ts'
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
    const isReadHere = isSmall && lotIndexOf(db).sortsSlowly
    const lots = lotsWithin(db, question, meaning, { ...page, ...first, reach, begin, isReadHere })
    const found = isReadHere ? await sortedHere(db, lots, { reach, limit }) : await sortedThere(db, lots, limit)
    if (found.length >= limit || reach >= farthest) return withTheirCards(db, found)
    ring *= found.length > 0 ? Math.max(1.6, Math.min(4, Math.sqrt(limit / found.length) * 1.3)) : 4
  }
}

type Reach = Page & Ring & { isReadHere: boolean }

/** As SQL. Where it is read here, all in the box around the ring: to leave out the corners is quicker here too. */
function lotsWithin(db: Db, question: Asked, meaning: Meaning, ring: Reach): RawBuilder<Found> {
  const { from, ask } = question
  const { reach, after, begin, isReadHere, material } = ring
  // The ring lies within the radius: one box is looked up, not two.
  const within = { ...question, ask: { ...ask, radius: undefined } }
  const near = reach <= rings.most_m * 2 ? boxesAround(from, reach) : []
  const sources =
    material === undefined || near.length === 0
      ? [asking(db, within, meaning, { near, begin })]
      : askingByMaterial(db, within, meaning, { near, at: material })
  const distance = distanceSquare(from)
  const lots = sources.map((source) => {
    const conditions = [source.where]
    if (isReadHere) conditions.push(insideBoxes(db, near))
    else if (reach < around_the_earth_m) conditions.push(...withinMetres(db, from, reach))
    if (after)
      conditions.push(
        sql`(${distance} > ${after.value} or (${distance} = ${after.value} and ${source.n} < ${after.n}))`,
      )
    return sql`select ${source.n} as n, ${distance} as value from ${source.from} where ${all(conditions)}`
  })
  return sql<Found>`${sql.join(lots, sql` union all `)}`
}

function sortedThere(db: Db, lots: RawBuilder<Found>, limit: number): Promise<FoundCard[]> {
  return withCards(db, sql`select n, value from (${lots}) as found order by value, n desc limit ${limit}`)
}

async function sortedHere(db: Db, lots: RawBuilder<Found>, { reach, limit }: { reach: number; limit: number }) {
  const { n, value } = await readColumns(db, columns('n', 'value'), sql`(${lots}) as found`)
  const farthest = chordSquare(reach)
  const found: Found[] = []
  for (const [at, square] of value.entries()) if (square <= farthest) found.push({ n: n[at] ?? 0, value: square })
  return found.sort(byValue).slice(0, limit)
}

/** Their cards are read once there are enough: of a ring that is made wider nobody sees any. */
function withTheirCards(db: Db, found: Found[] | FoundCard[]): Promise<FoundCard[]> | FoundCard[] {
  return hasCards(found) ? found : cardsOf(db, found)
}

function hasCards(found: Found[] | FoundCard[]): found is FoundCard[] {
  return found.every((lot) => 'card' in lot)
}
