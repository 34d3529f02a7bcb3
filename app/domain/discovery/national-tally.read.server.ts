import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { conditionCodes } from '#db/dialects/lot-index.ts'
import type { Asking } from './asking.server.ts'
import { columns, readRows } from './columns.read.server.ts'
import { lastDay } from './lot-filter.server.ts'
import { noLots, type Tally, tallyOf } from './lot-tally.read.server.ts'
import { deadlines } from './search-href.ts'

/** All lots there are: from the counters, less the few whose day has passed and that no clock has closed yet. */
export async function nationalTally(db: Db, now: string): Promise<Tally> {
  const edges = [now, ...deadlines.map((by) => lastDay(by, now))].map(hourOf)
  const counters = await countersOf(db, edges)
  const tally = noLots()
  for (const counter of counters) add(tally, counter, edges)
  const over = await tallyOf(db, lotsThat(sql`must_go_by <= ${now}`), now)
  const split = counters.filter(({ facet, value }) => facet === 'hour' && edges.includes(value))
  const atEdges = split.length > 0 ? await tallyOf(db, lotsThat(inHours(split, now)), now) : noLots()
  const less = (lots: readonly number[]) => lots.map((each, at) => each - (over.conditions[at] ?? 0))
  return {
    lots: tally.lots - over.lots,
    grams: tally.grams - over.grams,
    materials: new Map(
      [...tally.materials]
        .map(([key, lots]) => [key, lots - (over.materials.get(key) ?? 0)] as const)
        .filter(([, lots]) => lots > 0),
    ),
    conditions: less(tally.conditions),
    due: tally.due.map((lots, at) => lots + (atEdges.due[at] ?? 0)),
    weighed: tally.weighed - over.weighed,
    at_hub: tally.at_hub - over.at_hub,
  }
}

type Counter = { facet: string; value: string; lots: number; grams: number }

/** Adds what one counter says. Hours at an edge hold more than one answer to «by when»: their lots are counted themselves. */
function add(tally: Tally, { facet, value, lots, grams }: Counter, edges: readonly string[]) {
  if (facet === 'all') Object.assign(tally, { lots, grams })
  if (facet === 'material') tally.materials.set(value, lots)
  if (facet === 'condition') tally.conditions[conditionCodes.indexOf(value)] = lots
  if (facet === 'grade' && (value === 'A' || value === 'B')) tally.weighed += lots
  if (facet === 'at_hub' && value === '1') tally.at_hub = lots
  if (facet === 'hour' && !edges.includes(value)) {
    const due = edges.findIndex((edge) => value < edge)
    tally.due[due] = (tally.due[due] ?? 0) + lots
  }
}

/** Counters of each choice, and of the hours between the first and the last of `edges`. */
function countersOf(db: Db, edges: readonly string[]): Promise<Counter[]> {
  return readRows<Counter>(
    db,
    columns('facet', 'value', 'lots', 'grams'),
    sql`(select facet, value, lots, grams from lot_counts where facet in ('all', 'material', 'condition', 'grade', 'at_hub')
      union all select facet, value, lots, grams from lot_counts
        where facet = 'hour' and value between ${edges[0]} and ${edges.at(-1)}) as counters`,
  )
}

function inHours(hours: readonly Counter[], now: string) {
  const each = hours.map(({ value }) => sql`(must_go_by >= ${value} and must_go_by < ${`${value}~`})`)
  return sql<SqlBool>`must_go_by > ${now} and (${sql.join(each, sql` or `)})`
}

function lotsThat(where: RawBuilder<SqlBool>): Asking {
  return { from: sql`lot_index`, where, n: sql`n` }
}

function hourOf(instant: string) {
  return instant.slice(0, 13)
}
