import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database, Db } from '#db/database.ts'
import type { Member } from '../act.ts'
import { nodesAbove, nodesUnder } from '../listings/wanted-material.ts'
import { boxAround } from '../places/point.ts'
import { nearness, type Question } from './lot-filter.server.ts'
import { readPageKey, writePageKey } from './page-key.ts'
import { wantedRows } from './wanted-rows.server.ts'

export const wantedPageSize = 24

/** One page of what people look for, near or new first, and the key of the next page if there is more. */
export async function searchWanted(db: Db, question: Question) {
  const { ask, from } = question
  const sort = from ? 'nearest' : 'newest'
  const order: RawBuilder<string | number> = from ? nearness(from) : sql<string>`listings.published_at`
  const [direction, beyond] = from ? (['asc', sql.raw('>')] as const) : (['desc', sql.raw('<')] as const)
  const key = readPageKey(ask.after, sort)
  let query = wantedRows(db).select(order.as('sort_value')).where(isOpen(question))
  if (key) query = query.where(sql<SqlBool>`(${order}, listings.id) ${beyond} (${key.value}, ${key.id})`)
  const rows = await query
    .orderBy(order, direction)
    .orderBy('listings.id', direction)
    .limit(wantedPageSize + 1)
    .execute()
  const last = rows.length > wantedPageSize ? rows[wantedPageSize - 1] : undefined
  return {
    wanted: rows.slice(0, wantedPageSize),
    next: last && writePageKey({ sort, value: last.sort_value, id: last.id }),
  }
}

export async function countWanted(db: Db, question: Question) {
  const counted = await db
    .selectFrom('listings')
    .innerJoin('places', 'places.id', 'listings.place_id')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where(isOpen(question))
    .executeTakeFirstOrThrow()
  return counted.n
}

/** One wanted post in whatever state. */
export function wantedRow(db: Db, wantedId: string) {
  return wantedRows(db).where('listings.id', '=', wantedId).executeTakeFirst()
}

/** What a member looks for now, in their own name or for their organisations; and what ran out, to be renewed. */
export function wantedOf(db: Db, member: Member) {
  return wantedRows(db)
    .where((eb) => {
      const own = eb.selectFrom('memberships').select('organisation_id').where('member_id', '=', member.id)
      return eb.or([eb('listings.donor_id', '=', member.id), eb('listings.organisation_id', 'in', own)])
    })
    .where((eb) => eb.or([eb('listings.state', '=', 'live'), eb('listings.closed_reason', '=', 'expired')]))
    .orderBy('listings.published_at', 'desc')
    .limit(24)
    .execute()
}

type Builder = ExpressionBuilder<Database, 'listings' | 'places'>

function isOpen({ ask, from, now }: Question) {
  return (eb: Builder) => {
    const conditions: Expression<SqlBool>[] = [
      sql<SqlBool>`listings.kind = ${sql.lit('wanted')} and listings.state = ${sql.lit('live')}`,
      eb('listings.must_go_by', '>', now),
    ]
    // Who looks for any wood will take boards: the branches above what was chosen belong to the answer.
    if (ask.material)
      conditions.push(eb('listings.material_key', 'in', [...nodesUnder(ask.material), ...nodesAbove(ask.material)]))
    if (from && ask.radius) {
      const box = boxAround(from, ask.radius * 1000)
      conditions.push(
        eb.between('places.latitude_e6', box.south_e6, box.north_e6),
        eb.between('places.longitude_e6', box.west_e6, box.east_e6),
        sql<SqlBool>`${nearness(from)} <= ${Math.round(((ask.radius * 1000) / 0.111_195) ** 2)}`,
      )
    }
    return eb.and(conditions)
  }
}
