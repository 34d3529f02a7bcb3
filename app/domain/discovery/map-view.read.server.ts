import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { type Box, latitudeAt, longitudeAt, unwound } from '../places/point.ts'
import { all, asking, asksNothingButFamily, type Meaning, meaningOf } from './asking.server.ts'
import { columns, readColumns } from './columns.read.server.ts'
import { insideBoxes, type Question } from './lot-filter.server.ts'
import { cardsOf, type LotRow, readCard } from './lot-rows.server.ts'
import { countersIn, finerBy, levelFor } from './lots-about.read.server.ts'
import { type Bunch, gather, levelsBelow, mostMarks, mostPins, type Spot } from './map-cells.ts'

export type MapView = { total: { lots: number; grams: number }; bunches: Bunch[]; pins: LotRow[]; most: boolean }

type Cell = { x: number; y: number; lots: number; grams: number; sum_mx: number; sum_my: number }

const mostRead = 20_000
/** Up to here the lots themselves are read as quickly as their counters, and the edge of the view is exact. */
const fewEnough = 300

/**
 * What a map shows of the lots that answer a question, in this view and at this zoom (3 to 18): blurred points only. Bunches
 * and pins together are the total. Where there are many and counters know them, cells at the edge count whole; `most` says
 * that more lots are in view than one look reads.
 */
export async function mapView(db: Db, question: Question, view: Box, zoom: number): Promise<MapView> {
  const meaning = await meaningOf(db, question)
  if (!meaning) return { total: { lots: 0, grams: 0 }, bunches: [], pins: [], most: false }
  const boxes = unwound(view)
  const counted = asksNothingButFamily(question, meaning) ? await countedCells(db, question, boxes, zoom) : undefined
  if (counted && added(counted, 'lots') > fewEnough) return fromCells(db, question, meaning, counted)
  const spots = await spotsIn(db, question, meaning, boxes)
  const { bunches, alone } = gather(spots, zoom)
  const pins = (await cardsOf(db, alone)).map(readCard)
  const total = { lots: spots.length, grams: added(spots, 'grams') }
  return { total, bunches, pins, most: spots.length >= mostRead }
}

async function spotsIn(db: Db, question: Question, meaning: Meaning, boxes: readonly Box[]): Promise<Spot[]> {
  const source = asking(db, question, meaning, { near: boxes })
  const { n, latitude_e6, longitude_e6, grams, mx, my } = await readColumns(
    db,
    columns('n', 'latitude_e6', 'longitude_e6', 'grams', 'mx', 'my'),
    sql`(select ${source.n} as n, latitude_e6, longitude_e6, grams, mx, my
      from ${source.from} where ${all([source.where, insideBoxes(db, boxes)])} limit ${mostRead}) as spots`,
  )
  return n.map((number, at) => ({
    n: number,
    latitude_e6: latitude_e6[at] ?? 0,
    longitude_e6: longitude_e6[at] ?? 0,
    grams: grams[at] ?? 0,
    mx: mx[at] ?? 0,
    my: my[at] ?? 0,
  }))
}

async function fromCells(db: Db, question: Question, meaning: Meaning, cells: readonly Cell[]): Promise<MapView> {
  const single = cells.filter(({ lots }) => lots === 1).slice(0, mostPins)
  const alone = new Set(single)
  const bunches = cells.filter((cell) => !alone.has(cell)).map(asBunch)
  const pins = single.length > 0 ? await lotsAt(db, question, meaning, single.map(asBunch)) : []
  return { total: { lots: added(cells, 'lots'), grams: added(cells, 'grams') }, bunches, pins, most: false }
}

/** Cells that touch the view, from the counters, less the few lots whose day has passed and that no clock has closed yet. */
async function countedCells(db: Db, { ask, now }: Question, boxes: readonly Box[], zoom: number) {
  // The finest cells of the zoom, or coarser ones until the view holds no more of them than a map shows marks.
  const level = levelFor(boxes, zoom + levelsBelow, mostMarks)
  const counted = new Map<string, Cell>()
  for (const box of boxes)
    for (const cell of await countersOf(db, countersIn(box, level, ask.material)))
      counted.set(`${cell.x} ${cell.y}`, cell)
  const cells = merged(counted.values(), finerBy(level))
  const over = await overdue(db, ask.material, now)
  for (const [at, sum_mx] of over.mx.entries()) {
    const sum_my = over.my[at] ?? 0
    const cell = cells.get(`${sum_mx >> (26 - level)} ${sum_my >> (26 - level)}`)
    if (cell) add(cell, { lots: 1, grams: over.grams[at] ?? 0, sum_mx, sum_my }, -1)
  }
  return [...cells.values()].filter(({ lots }) => lots > 0)
}

async function countersOf(db: Db, from: RawBuilder<unknown>): Promise<Cell[]> {
  const names = columns('x', 'y', 'lots', 'grams', 'sum_mx', 'sum_my')
  const { x, y, lots, grams, sum_mx, sum_my } = await readColumns(db, names, from)
  return x.map((each, at) => ({
    x: each,
    y: y[at] ?? 0,
    lots: lots[at] ?? 0,
    grams: grams[at] ?? 0,
    sum_mx: sum_mx[at] ?? 0,
    sum_my: sum_my[at] ?? 0,
  }))
}

/** Cells so many levels coarser. */
function merged(counted: Iterable<Cell>, finer: number) {
  const cells = new Map<string, Cell>()
  for (const cell of counted) {
    const [x, y] = [cell.x >> finer, cell.y >> finer]
    const there = cells.get(`${x} ${y}`)
    if (there) add(there, cell)
    else cells.set(`${x} ${y}`, { ...cell, x, y })
  }
  return cells
}

function add(cell: Cell, { lots, grams, sum_mx, sum_my }: Omit<Cell, 'x' | 'y'>, times: 1 | -1 = 1) {
  cell.lots += times * lots
  cell.grams += times * grams
  cell.sum_mx += times * sum_mx
  cell.sum_my += times * sum_my
}

function overdue(db: Db, family: string, now: string) {
  const isOfFamily = family ? sql`family = ${family}` : sql`1 = 1`
  return readColumns(db, columns('mx', 'my', 'grams'), sql`lot_index where must_go_by <= ${now} and ${isOfFamily}`)
}

/** A unit of the map is 40 cm: nobody else stands in so small a box. */
async function lotsAt(db: Db, question: Question, meaning: Meaning, points: readonly Bunch[]) {
  const around = points.map(({ latitude_e6, longitude_e6 }) => ({
    south_e6: latitude_e6 - 7,
    north_e6: latitude_e6 + 7,
    west_e6: longitude_e6 - 7,
    east_e6: longitude_e6 + 7,
  }))
  const { from, where, n } = asking(db, question, meaning)
  const { rows } = await sql<{ n: number }>`select ${n} as n from ${from}
    where ${all([where, insideBoxes(db, around)])} limit ${mostPins}`.execute(db)
  return (await cardsOf(db, rows)).map(readCard)
}

function asBunch({ lots, grams, sum_mx, sum_my }: Cell): Bunch {
  return { latitude_e6: latitudeAt(sum_my / lots), longitude_e6: longitudeAt(sum_mx / lots), lots, grams }
}

const added = <What extends string>(all: readonly Record<What, number>[], what: What) =>
  all.reduce((sum, each) => sum + each[what], 0)
