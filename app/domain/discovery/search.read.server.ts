import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { available } from '../listings/listing.ts'
import type { Point } from '../places/point.ts'
import { bestTier, fitRank, readCutList } from './cut-list.ts'
import { lotFilter, nearness, type Question } from './lot-filter.server.ts'
import { type LotRow, lotRows } from './lot-rows.server.ts'
import { readPageKey, writePageKey } from './page-key.ts'
import type { Sort } from './search-href.ts'

export const pageSize = 24
const never = '9999'

export type Fit = {
  /** So many lines of the cut list are served whole; 0 when some pieces come out, but not all of any line. */
  lines: number
  of: number
  /** In thousandths. */
  waste: number
}

/** A word nobody uses, and the near one that was looked for in its place. */
export type Instead = { typed: string; found: string }

type Page = {
  lots: (LotRow & { fit: Fit | undefined })[]
  sort: Sort
  next: string | undefined
  instead: Instead[]
}

/** One page of lots that answer a question, and the key of the next page if there is more. */
export async function searchLots(db: Db, question: Question): Promise<Page> {
  const sort = sortOf(question)
  if (sort === 'best_fit') return bestFitting(db, question)
  const order = orderOf(sort, question.from)
  const key = readPageKey(question.ask.after, sort)
  const direction = sort === 'newest' ? 'desc' : 'asc'
  const beyond = sql.raw(direction === 'desc' ? '<' : '>')
  let query = lotRows(db).select(order.as('sort_value')).where(lotFilter(question))
  if (key) query = query.where(sql<SqlBool>`(${order}, listings.id) ${beyond} (${key.value}, ${key.id})`)
  const rows = await query
    .orderBy(order, direction)
    .orderBy('listings.id', direction)
    .limit(pageSize + 1)
    .execute()
  return {
    lots: rows.slice(0, pageSize).map((row) => ({ ...row, fit: fitOf(row, question) })),
    sort,
    next: rows.length > pageSize ? nextKey(sort, rows[pageSize - 1]) : undefined,
    instead: [],
  }
}

const mostFitted = 1000

async function bestFitting(db: Db, question: Question): Promise<Page> {
  const rows = await lotRows(db)
    .where(lotFilter(question))
    .orderBy('listings.published_at', 'desc')
    .orderBy('listings.id', 'desc')
    .limit(mostFitted)
    .execute()
  const fitted = rows
    .map((row) => ({ ...row, fit: fitOf(row, question) }))
    .map((row) => ({ ...row, sort_value: String(row.fit ? fitRank(row.fit) : '') }))
    .sort((a, b) => Number(a.sort_value) - Number(b.sort_value))
  const key = readPageKey(question.ask.after, 'best_fit')
  const from = key ? fitted.findIndex(({ id }) => id === key.id) + 1 : 0
  const lots = fitted.slice(from, from + pageSize)
  const more = fitted.length > from + pageSize
  return { lots, sort: 'best_fit', next: more ? nextKey('best_fit', lots.at(-1)) : undefined, instead: [] }
}

function fitOf(row: LotRow, { ask }: Question): Fit | undefined {
  const { lines } = readCutList(ask.cut)
  const { piece_length_mm: length_mm, piece_width_mm: width_mm, piece_thickness_mm: thickness_mm } = row
  if (lines.length === 0 || length_mm === null || width_mm === null) return undefined
  const tier = bestTier({ length_mm, width_mm, thickness_mm }, available(row), lines, ask.tolerance)
  return tier && { lines: tier.lines, of: lines.length, waste: tier.waste }
}

/** How many lots answer, and their grams; lots nobody has weighed add nothing to the grams. */
export async function countLots(db: Db, question: Question) {
  return db
    .selectFrom('listings')
    .innerJoin('places', 'places.id', 'listings.place_id')
    .select((eb) => [
      eb.fn.countAll<number>().as('lots'),
      eb.fn.coalesce(eb.fn.sum<number>('listings.weight_typ_g'), sql<number>`0`).as('grams'),
    ])
    .where(lotFilter(question))
    .executeTakeFirstOrThrow()
}

/** Where the lots stand, for a map: the blurred points, at most 500, nearest the deadline first. */
export function lotsOnMap(db: Db, question: Question) {
  return lotRows(db)
    .where(lotFilter(question))
    .where('places.id', 'is not', null)
    .orderBy('listings.must_go_by')
    .limit(500)
    .execute()
}

/** How many live lots of each material there are. */
export function liveByMaterial(db: Db, question: Question) {
  return db
    .selectFrom('listings')
    .innerJoin('places', 'places.id', 'listings.place_id')
    .select((eb) => ['listings.material_key', eb.fn.countAll<number>().as('lots')])
    .where(lotFilter(question))
    .groupBy('listings.material_key')
    .execute()
}

function sortOf({ ask, from }: Question): Sort {
  const usual = from ? 'nearest' : 'newest'
  const hasList = readCutList(ask.cut).lines.length > 0
  const sort = ask.sort ?? (hasList ? 'best_fit' : usual)
  if (sort === 'best_fit' && !hasList) return usual
  return sort === 'nearest' && !from ? 'newest' : sort
}

function orderOf(sort: Sort, from: Point | undefined): RawBuilder<string | number> {
  if (sort === 'nearest' && from) return nearness(from)
  return sort === 'ending'
    ? sql<string>`coalesce(listings.must_go_by, ${sql.lit(never)})`
    : sql<string>`listings.published_at`
}

function nextKey(sort: Sort, last: (LotRow & { sort_value: string | number }) | undefined) {
  return last && writePageKey({ sort, value: last.sort_value, id: last.id })
}
