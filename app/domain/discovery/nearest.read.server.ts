import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { lotIndexOf } from '#db/dialects/dialect.server.ts'
import { cellShift, mercatorX, mercatorY } from '#db/dialects/lot-index.ts'
import { boxAround, boxesAround, metresOfChord, type Point } from '../places/point.ts'
import { all, asking, countSaying, type Meaning } from './asking.server.ts'
import { columns, readColumns } from './columns.read.server.ts'
import { distanceSquare, type Question, withinMetres } from './lot-filter.server.ts'
import { byValue, cardsOf, type Found, type FoundCard, withCards } from './lot-rows.server.ts'
import { countersIn } from './lots-about.read.server.ts'

const around_the_earth_m = 20_100_000
const rings = { least_m: 100, most_m: 50_000 }
/** Where fewer in the cell around say a word, all that say it within the radius are read as quickly as a ring of them is. */
const fewSaying = 8
/** So many cells a ring touches at most while it is smaller than one. */
const cellsOfRing = 4

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
  const said = meaning.groups.length > 0 ? await ringOfWords(db, question, meaning, limit) : undefined
  const first = said?.reach ?? (meaning.groups.length > 0 ? rings.most_m : await firstRing(db, question, limit))
  let ring = Math.max(first, after ? metresOfChord(Number(after.value)) * 1.3 : 0)
  for (let tries = 1; ; tries++) {
    const reach = Math.min(ring, farthest)
    const begin = said && reach < farthest && tries <= 2 ? said.begin : 'words'
    const isSmall = tries <= 2 && reach <= rings.most_m
    const found = await withinRing(db, question, meaning, { ...page, reach, begin, isSmall })
    if (found.length >= limit || reach >= farthest) return found
    ring *= found.length > 0 ? Math.max(1.6, Math.min(4, Math.sqrt(limit / found.length) * 1.3)) : 4
  }
}

type Ring = Page & { reach: number; begin: 'words' | 'place'; isSmall: boolean }

async function withinRing(db: Db, question: Asked, meaning: Meaning, { reach, after, limit, begin, isSmall }: Ring) {
  const { from, ask } = question
  // The ring lies within the radius: one box is looked up, not two.
  const within = { ...question, ask: { ...ask, radius: undefined } }
  const near = reach <= rings.most_m * 2 ? boxesAround(from, reach) : []
  const source = asking(db, within, meaning, { near, begin })
  const distance = distanceSquare(from)
  const beyond = after
    ? sql<boolean>`(${distance} > ${after.value} or (${distance} = ${after.value} and ${source.n} < ${after.n}))`
    : sql<boolean>`1 = 1`
  const inRing = reach < around_the_earth_m ? withinMetres(db, from, reach) : []
  const found = sql<Found>`select ${source.n} as n, ${distance} as value from ${source.from}
      where ${all([source.where, ...inRing, beyond])}`
  return isSmall && lotIndexOf(db).sortsSlowly
    ? sortedHere(db, found, limit)
    : withCards(db, sql`${found} order by value, n desc limit ${limit}`)
}

async function sortedHere(db: Db, found: RawBuilder<Found>, limit: number) {
  const { n, value } = await readColumns(db, columns('n', 'value'), sql`(${found}) as found`)
  const lots = n.map((number, at) => ({ n: number, value: value[at] ?? 0 })).sort(byValue)
  return cardsOf(db, lots.slice(0, limit))
}

/**
 * How far a page of lots that say some words should reach, by how many of those in the cell around do, and which to look up
 * first: the place or the words, whichever leaves fewer lots to look at. Undefined where few say them, or where the database
 * chooses by itself.
 */
async function ringOfWords(db: Db, question: Asked, meaning: Meaning, limit: number) {
  const { from, ask } = question
  const saying = (await countSaying(db, meaning, boxesAround(from, 1))) ?? 0
  if (saying < fewSaying) return undefined
  const { rows } = await sql<{ lots: number | null }>`select sum(lots) as lots
    from ${countersIn(boxAround(from, 0), 26 - cellShift, '')}`.execute(db)
  const inRing = (limit * 1.5 * (rows[0]?.lots ?? saying)) / saying
  const reach = await firstRing(db, { ...question, ask: { ...ask, material: '' } }, inRing)
  return { reach, begin: inRing < saying * cellsOfRing ? ('place' as const) : ('words' as const) }
}

/** How far a page of lots should reach here, in metres: by the smallest cell of the map around the point that holds as many. */
async function firstRing(db: Db, { from, ask }: Asked, limit: number) {
  const family = ask.material.split('.')[0] ?? ''
  const [x, y] = [mercatorX(from.longitude_e6), mercatorY(from.latitude_e6)]
  const cells = askedLevels.map((level) => {
    const at = (units: number) => sql`cast(${Math.floor(units / 2 ** (26 - level))} as integer)`
    return sql`(${sql.lit(level)}, ${family}, ${at(y)}, ${at(x)})`
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
