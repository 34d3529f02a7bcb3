import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { countedLevels, mercatorX, mercatorY } from '#db/dialects/lot-index.ts'
import { type Box, latitudeAt, longitudeAt, type Point, unwound } from '../places/point.ts'
import { all, asking, asksNothingButFamily, type Meaning, meaningOf } from './asking.server.ts'
import { insideBoxes, type Question } from './lot-filter.server.ts'
import { type LotRow, lotRows } from './lot-rows.server.ts'

/** Lots that lie too close together to be shown apart, at the middle of their blurred points. */
export type Bunch = Point & { lots: number; grams: number }
export type MapView = { total: { lots: number; grams: number }; bunches: Bunch[]; pins: LotRow[]; most: boolean }

/** One cell of the map; `n` names a lot of it when it was read lot by lot. */
type Cell = { x: number; y: number; lots: number; grams: number; sum_mx: number; sum_my: number; n: number | null }

const mostPins = 40
const mostRead = 20_000
/** A cell is 128 pixels wide: two bunches never lie on each other. */
const cellsPerTile = 1

/**
 * What a map shows of a question's lots in its view at this zoom (3 to 18): one bunch a cell, a lot alone as itself, all as
 * themselves when there are few. From the counters where they know the answer, else from the lots in view.
 */
export async function mapView(db: Db, question: Question, view: Box, zoom: number): Promise<MapView> {
  const meaning = await meaningOf(db, question)
  if (!meaning) return { total: { lots: 0, grams: 0 }, bunches: [], pins: [], most: false }
  const level = Math.max(3, Math.min(18, Math.round(zoom))) + cellsPerTile
  const boxes = unwound(view)
  const isCounted =
    level <= countedLevels.last && level >= countedLevels.first && asksNothingButFamily(question, meaning)
  const cells = isCounted
    ? await countedCells(db, question, boxes, level)
    : await readCells(db, question, meaning, boxes, level)
  const total = { lots: sum(cells, 'lots'), grams: sum(cells, 'grams') }
  const alone = total.lots <= mostPins ? cells : cells.filter(({ lots }) => lots === 1)
  const bunches = cells.filter((cell) => !alone.includes(cell)).map(asBunch)
  return {
    total,
    bunches,
    pins: await pinsIn(db, question, meaning, alone, level),
    most: total.lots > mostRead && !isCounted,
  }
}

/** Cells that touch the view, whole, less the few lots whose day has passed and that no clock has closed yet. */
async function countedCells(db: Db, { ask, now }: Question, boxes: readonly Box[], level: number) {
  const cells = new Map<string, Cell>()
  for (const box of boxes) {
    const { left, right, rows } = cellsOf(box, level)
    const { rows: found } = await sql<Cell>`select x, y, lots, grams, sum_mx, sum_my, null as n from lot_tiles
      where level = ${level} and family = ${ask.material} and y in (${sql.join(rows)}) and x between ${left} and ${right}`.execute(
      db,
    )
    for (const cell of found) cells.set(`${cell.x} ${cell.y}`, { ...cell })
  }
  for (const over of await overdue(db, ask.material, now)) {
    const cell = cells.get(`${over.mx >> (26 - level)} ${over.my >> (26 - level)}`)
    if (!cell) continue
    cell.lots -= 1
    cell.grams -= over.grams
    cell.sum_mx -= over.mx
    cell.sum_my -= over.my
  }
  return [...cells.values()].filter(({ lots }) => lots > 0)
}

function overdue(db: Db, family: string, now: string) {
  const query = db.selectFrom('lot_index').select(['mx', 'my', 'grams']).where('must_go_by', '<=', now)
  return (family ? query.where('family', '=', family) : query).execute()
}

async function readCells(db: Db, question: Question, meaning: Meaning, boxes: readonly Box[], level: number) {
  const source = asking(db, question, meaning, { near: boxes })
  const span = 2 ** (26 - level)
  const { rows } = await sql<Cell>`select mx / ${sql.lit(span)} as x, my / ${sql.lit(span)} as y, count(*) as lots,
    sum(grams) as grams, sum(mx) as sum_mx, sum(my) as sum_my, max(n) as n
    from (select lot_index.mx, lot_index.my, lot_index.grams, ${source.n} as n from ${source.from}
      where ${all([source.where, insideBoxes(db, boxes)])} limit ${mostRead}) as read group by 1, 2`.execute(db)
  return rows
}

/** The lots of these cells as a card shows them. */
async function pinsIn(db: Db, question: Question, meaning: Meaning, cells: readonly Cell[], level: number) {
  if (cells.length === 0) return []
  const single = cells.flatMap(({ lots, n }) => (lots === 1 && n !== null ? [n] : []))
  const others = cells.filter(({ lots, n }) => lots !== 1 || n === null)
  const numbers = others.length > 0 ? [...single, ...(await numbersIn(db, question, meaning, others, level))] : single
  if (numbers.length === 0) return []
  return lotRows(db)
    .innerJoin('lot_index', 'lot_index.listing_id', 'listings.id')
    .where('lot_index.n', 'in', numbers)
    .orderBy('lot_index.n', 'desc')
    .execute()
}

async function numbersIn(db: Db, question: Question, meaning: Meaning, cells: readonly Cell[], level: number) {
  const span = 2 ** (26 - level)
  const found: number[] = []
  for (const { x, y } of cells) {
    const source = asking(db, question, meaning)
    const box = {
      west_e6: longitudeAt(x * span) - 1,
      east_e6: longitudeAt((x + 1) * span) + 1,
      north_e6: latitudeAt(y * span) + 1,
      south_e6: latitudeAt((y + 1) * span) - 1,
    }
    const inCell: RawBuilder<SqlBool> = sql`lot_index.mx / ${sql.lit(span)} = ${x} and lot_index.my / ${sql.lit(span)} = ${y}`
    const { rows } = await sql<{ n: number }>`select ${source.n} as n from ${source.from}
      where ${all([source.where, insideBoxes(db, [box]), inCell])} limit ${mostPins}`.execute(db)
    found.push(...rows.map(({ n }) => n))
  }
  return found
}

function cellsOf({ west_e6, east_e6, north_e6, south_e6 }: Box, level: number) {
  const cell = (units: number) => Math.floor(units / 2 ** (26 - level))
  const most = 2 ** level - 1
  const [top, bottom] = [cell(mercatorY(north_e6)), Math.min(most, cell(mercatorY(south_e6)))]
  const rows = Array.from({ length: Math.min(64, bottom - top + 1) }, (_, at) => top + at)
  return { left: cell(mercatorX(west_e6)), right: Math.min(most, cell(mercatorX(east_e6))), rows }
}

function asBunch({ lots, grams, sum_mx, sum_my }: Cell): Bunch {
  return { latitude_e6: latitudeAt(sum_my / lots), longitude_e6: longitudeAt(sum_mx / lots), lots, grams }
}

const sum = (cells: readonly Cell[], what: 'lots' | 'grams') => cells.reduce((total, cell) => total + cell[what], 0)
