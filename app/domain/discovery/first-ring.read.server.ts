import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Db } from '#db/database.ts'
import { cellShift, mercatorX, mercatorY } from '#db/dialects/lot-index.ts'
import { boxAround, boxesAround, type Point } from '../places/point.ts'
import { countSaying, type Meaning, materialsSaying } from './asking.server.ts'
import { isUnder, type Question } from './lot-filter.server.ts'
import { countersIn } from './lots-about.read.server.ts'

type Asked = Question & { from: Point }

/**
 * How far around a point a page of lots should reach, in metres, and how they are best found there: the words first, or the
 * place, or the materials that say the word at `material` themselves.
 */
export type Ring = { reach: number; begin: 'words' | 'place'; material?: number | undefined }

export const rings = { least_m: 100, most_m: 50_000 }
/** Where fewer in the cell around say a word, all that say it within the radius are read as quickly as a ring of them is. */
const fewSaying = 8
/** So many cells a ring touches at most while it is smaller than one. */
const cellsOfRing = 4
/** Where every other lot says a word, looking at all of them is as quick as looking each of its materials up. */
const mostlySaid = 0.5

export async function firstRing(db: Db, question: Asked, meaning: Meaning, limit: number): Promise<Ring> {
  if (meaning.groups.length === 0) return { reach: (await ringHolding(db, question, limit)).reach, begin: 'words' }
  const saying = meaning.groups.map((said) => lotsOf(materialsSaying(said, question.ask.material)))
  const least = Math.min(...saying.filter((lots) => lots > 0))
  if (least === Number.POSITIVE_INFINITY) return ringOfWords(db, question, meaning, limit)
  const { reach, share } = await ringHolding(db, question, limit, least)
  return share > mostlySaid ? { reach, begin: 'place' } : { reach, begin: 'words', material: saying.indexOf(least) }
}

function lotsOf(materials: readonly { lots: number }[]) {
  return materials.reduce((sum, { lots }) => sum + lots, 0)
}

/**
 * By how many lots of the cell around say the words. The place or the words are looked up first, whichever leaves fewer lots to
 * look at. As far as can be where few say them, or where the database chooses by itself.
 */
async function ringOfWords(db: Db, question: Asked, meaning: Meaning, limit: number): Promise<Ring> {
  const { from } = question
  const saying = (await countSaying(db, question, meaning, boxesAround(from, 1))) ?? 0
  if (saying < fewSaying) return { reach: rings.most_m, begin: 'words' }
  const { rows } = await sql<{ lots: number | null }>`select sum(lots) as lots
    from ${countersIn(boxAround(from, 0), 26 - cellShift, '')}`.execute(db)
  const inRing = (limit * 1.5 * (rows[0]?.lots ?? saying)) / saying
  const { reach } = await ringHolding(db, { ...question, ask: { ...question.ask, material: '' } }, inRing)
  return { reach, begin: inRing < saying * cellsOfRing ? 'place' : 'words' }
}

/**
 * The ring that should hold so many lots of the material asked for: by the smallest cell of the map around the point that
 * holds as many of its family, and by what share of those there are. `meant` are those of them that are in the whole country.
 */
async function ringHolding(db: Db, { from, ask }: Asked, limit: number, meant?: number) {
  const { cells, material, family } = await lotsAround(db, from, ask.material)
  const share = Math.min(1, (meant ?? material) / (family || 1)) || 1
  const needed = limit / share
  const cell = cells.find(({ lots }) => lots >= needed) ?? cells.at(-1)
  if (!cell) return { reach: rings.most_m, share }
  const side = (40_075_017 * Math.cos((from.latitude_e6 / 1e6) * (Math.PI / 180))) / 2 ** cell.level
  const reach = Math.sqrt((needed * 1.6 * side * side) / cell.lots / Math.PI)
  return { reach: Math.max(rings.least_m, Math.min(rings.most_m, reach)), share }
}

type Around = { cells: { level: number; lots: number }[]; material: number; family: number }

const askedLevels = [15, 13, 11, 9]
// Remembered for a minute: it only says where to begin, and a ring that holds too few is made wider.
const around = new LRUCache<string, Around>({ max: 20_000, ttl: 60_000 })

/** How many lots of a family lie in each of the cells around a point, the smallest first; and of it and of the material in the whole country. */
async function lotsAround(db: Db, from: Point, material: string): Promise<Around> {
  const family = material.split('.')[0] ?? ''
  const units = [mercatorY(from.latitude_e6), mercatorX(from.longitude_e6)]
  const cellOf = (level: number) => units.map((each) => Math.floor(each / 2 ** (26 - level)))
  const key = [material, ...cellOf(askedLevels[0] ?? 0)].join(' ')
  const known = around.get(key)
  if (known) return known
  const asked = askedLevels.map((level) => sql`(${sql.lit(level)}, ${family}, ${sql.join(cellOf(level).map(whole))})`)
  const { rows } = await sql<{ level: number; lots: number; material: number; family: number }>`select level, lots,
    ${lotsOfMaterial(material)} as material, ${lotsOfMaterial(family)} as family from lot_tiles
    where (level, family, y, x) in (values ${sql.join(asked)}) order by level desc`.execute(db)
  const [first = { material: 0, family: 0 }] = rows
  const found = { cells: rows, material: first.material, family: first.family }
  around.set(key, found)
  return found
}

const whole = (cell: number) => sql`cast(${cell} as integer)`

/** How many lots there are of a material and those below it; of all where there is none. */
function lotsOfMaterial(key: string) {
  const which = key === '' ? sql`facet = 'all'` : sql`facet = 'material' and ${isUnder(sql`value`, key)}`
  return sql`(select coalesce(sum(lots), 0) from lot_counts where ${which})`
}
