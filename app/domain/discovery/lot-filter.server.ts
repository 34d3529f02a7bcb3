import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { later } from '../instant.ts'
import { type Box, boxAround, type Point } from '../places/point.ts'
import { furtherConditions } from './lot-sieve.server.ts'
import type { SearchAsk } from './search-ask.ts'
import { readSearchText } from './search-text.ts'

export type Question = {
  ask: SearchAsk
  from: Point | undefined
  now: string
  box?: Box | undefined
  /** The member whose hidden lots stay out. */
  hiddenFor?: string | undefined
}

type Tables = Database & { places: Database['places'] }
type Builder = ExpressionBuilder<Tables, 'listings' | 'places'>

/** Everything a search asks of a lot, as one condition. */
export function lotFilter(question: Question) {
  const { ask, from, now, box } = question
  const wanted = readSearchText(ask.q)
  return (eb: Builder) => {
    const conditions: Expression<SqlBool>[] = [
      eb('listings.state', '=', 'live'),
      eb('listings.kind', '=', 'offer'),
      notOver(eb, now),
    ]
    for (const stem of wanted.stems)
      conditions.push(eb('listings.search_text', 'like', `%${stem.replace(/[%_\\]/g, '')}%`))
    if (wanted.min_length_mm)
      conditions.push(eb('listings.piece_length_mm', '>=', Math.min(wanted.min_length_mm, 2_000_000)))
    if (wanted.min_quantity)
      conditions.push(
        sql<SqlBool>`listings.total - listings.held - listings.collected - listings.written_off >= ${wanted.min_quantity}`,
      )
    if (ask.material)
      conditions.push(
        eb.or([
          eb('listings.material_key', '=', ask.material),
          eb('listings.material_key', 'like', `${ask.material}.%`),
        ]),
      )
    if (ask.by)
      conditions.push(
        eb('listings.must_go_by', '<=', later(now, { days: { today: 1, three_days: 3, week: 7 }[ask.by] })),
      )
    if (from && ask.radius) conditions.push(within(eb, from, ask.radius * 1000))
    if (box) conditions.push(insideBox(eb, box))
    return eb.and([...conditions, ...furtherConditions(eb, question)])
  }
}

function notOver(eb: Builder, now: string) {
  return eb.or([eb('listings.must_go_by', 'is', null), eb('listings.must_go_by', '>', now)])
}

function insideBox(eb: Builder, { south_e6, west_e6, north_e6, east_e6 }: Box) {
  return eb.and([
    eb.between('places.latitude_e6', south_e6, north_e6),
    eb.between('places.longitude_e6', west_e6, east_e6),
  ])
}

function within(eb: Builder, from: Point, metres: number) {
  const box = boxAround(from, metres)
  return eb.and([insideBox(eb, box), sql<SqlBool>`${nearness(from)} <= ${Math.round((metres / 0.111_195) ** 2)}`])
}

/**
 * Squared distance from a point in squared micro-degrees of latitude, in whole numbers on both databases: a degree of
 * longitude is shortened by the cosine of the latitude. Right within 0,1 % over the tens of kilometres of a search.
 */
export function nearness({ latitude_e6, longitude_e6 }: Point) {
  const shortened = Math.round(Math.cos((latitude_e6 / 1e6) * (Math.PI / 180)) ** 2 * 1000)
  return sql<number>`((places.latitude_e6 - ${sql.lit(latitude_e6)}) * (places.latitude_e6 - ${sql.lit(latitude_e6)}) + (places.longitude_e6 - ${sql.lit(longitude_e6)}) * (places.longitude_e6 - ${sql.lit(longitude_e6)}) * ${sql.lit(shortened)} / 1000)`
}
