import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import type { Point } from '../places/point.ts'
import { lotFilter, nearness, type Question } from './lot-filter.server.ts'
import { type LotRow, lotRows } from './lot-rows.server.ts'
import { readPageKey, writePageKey } from './page-key.ts'
import type { Sort } from './search-href.ts'

export const pageSize = 24
const never = '9999'

/** One page of lots that answer a question, and the key of the next page if there is more. */
export async function searchLots(db: Db, question: Question) {
  const sort = sortOf(question)
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
    lots: rows.slice(0, pageSize),
    sort,
    next: rows.length > pageSize ? nextKey(sort, rows[pageSize - 1]) : undefined,
  }
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
  const sort = ask.sort ?? (from ? 'nearest' : 'newest')
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
