import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { available } from '../listings/listing.ts'
import { asking, asksNothing, type Meaning, meaningOf } from './asking.server.ts'
import { bestFittingLots } from './best-fit.read.server.ts'
import { type Fit, fitOf, readCutList } from './cut-list.ts'
import type { Question } from './lot-filter.server.ts'
import { type Found, type FoundCard, type LotRow, readCard, withCards } from './lot-rows.server.ts'
import { nearestLots } from './nearest.read.server.ts'
import { readPageKey, writePageKey } from './page-key.ts'
import type { Sort } from './search-href.ts'
import type { Instead } from './vocabulary.read.server.ts'

export const pageSize = 24

export type FoundLot = LotRow & { fit?: Fit | undefined }
type Page = { lots: FoundLot[]; sort: Sort; next: string | undefined; instead: Instead[] }

/** One page of lots that answer a question, and the key of the next page if there is more. */
export async function searchLots(db: Db, question: Question): Promise<Page> {
  const sort = sortOf(question)
  const meaning = await meaningOf(db, question)
  if (!meaning) return { lots: [], sort, next: undefined, instead: [] }
  const after = keyOf(question, sort)
  const found = await pageOf(db, question, meaning, { sort, after, limit: pageSize + 1 })
  const shown = found.slice(0, pageSize)
  const last = found.length > pageSize ? shown.at(-1) : undefined
  return {
    lots: shown.map((each) => asFound(each, question, meaning)),
    sort,
    next: last && writePageKey({ sort, value: last.value, id: String(last.n) }),
    instead: meaning.instead,
  }
}

function keyOf({ ask }: Question, sort: Sort): Found | undefined {
  const key = readPageKey(ask.after, sort)
  return key && Number.isSafeInteger(Number(key.id)) ? { n: Number(key.id), value: key.value } : undefined
}

/** How many lots answer, and their grams; lots nobody has weighed add nothing to the grams. */
export async function countLots(db: Db, question: Question): Promise<{ lots: number; grams: number }> {
  const meaning = await meaningOf(db, question)
  if (!meaning) return { lots: 0, grams: 0 }
  if (asksNothing(question, meaning)) return countAll(db, question.now)
  const source = asking(db, question, meaning)
  const { rows } = await sql<{
    lots: number
    grams: number
  }>`select count(*) as lots, coalesce(sum(lot_index.grams), 0) as grams
    from ${source.from} where ${source.where}`.execute(db)
  return rows[0] ?? { lots: 0, grams: 0 }
}

/** From the counters: the few whose last day has passed and that no clock has closed yet are taken off. */
async function countAll(db: Db, now: string) {
  const { rows } = await sql<{
    lots: number
    grams: number
  }>`select coalesce(sum(lots), 0) as lots, coalesce(sum(grams), 0) as grams from (
    select lots, grams from lot_counts where facet = 'all'
    union all select -count(*), -coalesce(sum(grams), 0) from lot_index where must_go_by <= ${now}) as summed`.execute(
    db,
  )
  return rows[0] ?? { lots: 0, grams: 0 }
}

type Wanted = { sort: Sort; after: Found | undefined; limit: number }

function pageOf(db: Db, question: Question, meaning: Meaning, { sort, after, limit }: Wanted): Promise<FoundCard[]> {
  const { from } = question
  if (sort === 'nearest' && from) return nearestLots(db, { ...question, from }, meaning, { after, limit })
  if (sort === 'best_fit') return bestFittingLots(db, question, meaning, { after, limit })
  return sort === 'ending'
    ? endingLots(db, question, meaning, { after, limit })
    : newestLots(db, question, meaning, { after, limit })
}

function newestLots(db: Db, question: Question, meaning: Meaning, { after, limit }: Omit<Wanted, 'sort'>) {
  const source = asking(db, question, meaning)
  const later = after ? sql`${source.n} < ${after.n}` : sql`1 = 1`
  return withCards(
    db,
    sql`select ${source.n} as n, '' as value from ${source.from}
      where ${later} and ${source.where} order by n desc limit ${limit}`,
  )
}

function endingLots(db: Db, question: Question, meaning: Meaning, { after, limit }: Omit<Wanted, 'sort'>) {
  const source = asking(db, question, meaning)
  const { n = 0, value = '' } = after ?? {}
  const later = after
    ? sql`lot_index.must_go_by >= ${value} and (lot_index.must_go_by > ${value} or ${source.n} < ${n})`
    : sql`1 = 1`
  return withCards(
    db,
    sql`select ${source.n} as n, lot_index.must_go_by as value from ${source.from}
      where ${later} and ${source.where} order by value, n desc limit ${limit}`,
  )
}

function asFound(found: FoundCard, { ask }: Question, { lines }: Meaning): FoundLot {
  const row: FoundLot = readCard(found)
  if (lines.length > 0) row.fit = fitOf(row, available(row), lines, ask.tolerance)
  return row
}

function sortOf({ ask, from }: Question): Sort {
  const usual = from ? 'nearest' : 'newest'
  const hasList = readCutList(ask.cut).lines.length > 0
  const sort = ask.sort ?? (hasList ? 'best_fit' : usual)
  if (sort === 'best_fit' && !hasList) return usual
  return sort === 'nearest' && !from ? 'newest' : sort
}
