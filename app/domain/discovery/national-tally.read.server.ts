import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { lotIndexOf } from '#db/dialects/dialect.server.ts'
import { conditionCodes } from '#db/dialects/lot-index.ts'
import { lastDay } from './lot-filter.server.ts'
import { addLot, count, named, noLots, type Tally } from './lot-tally.read.server.ts'
import { deadlines } from './search-href.ts'

/** All lots there are: from the counters, less the few whose day has passed and that no clock has closed yet. */
export async function nationalTally(db: Db, now: string): Promise<Tally> {
  const ends = [now, ...deadlines.map((by) => lastDay(by, now))]
  const edges = ends.map(hourOf)
  const { counters, near, over_grams } = await read(db, ends)
  const tally = noLots()
  for (const counter of counters) add(tally, counter, edges)
  const over = { ...noLots(), grams: over_grams }
  const materials: number[] = []
  for (const lot of near)
    if (lot & 7) count(tally.due, lot & 7)
    else addLot(over, materials, lot >> 3)
  return less(tally, { ...over, materials: await named(db, materials) })
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

function less(all: Tally, over: Tally): Tally {
  const materials = [...all.materials].map(([key, lots]) => [key, lots - (over.materials.get(key) ?? 0)] as const)
  return {
    lots: all.lots - over.lots,
    grams: all.grams - over.grams,
    materials: new Map(materials.filter(([, lots]) => lots > 0)),
    conditions: all.conditions.map((lots, at) => lots - (over.conditions[at] ?? 0)),
    due: all.due,
    weighed: all.weighed - over.weighed,
    at_hub: all.at_hub - over.at_hub,
  }
}

/**
 * In one statement, because saying one takes longer than answering it: the counters of each choice and of the hours up to
 * the last of `ends`; the lots of the hours that `ends` fall into, and those that are over, each as `traits` * 8 and the first
 * of `ends` that it does not outlast; the grams of those that are over.
 */
async function read(db: Db, ends: readonly string[]) {
  const { listOf } = lotIndexOf(db)
  const edges = ends.map(hourOf)
  const [now, ...later] = ends
  const inHours = edges.map((hour) => sql`(must_go_by >= ${hour} and must_go_by < ${`${hour}~`})`)
  const whens = later.map((end, at) => sql`when must_go_by <= ${end} then ${sql.lit(at + 1)}`)
  const end = sql`case when must_go_by <= ${now} then 0 ${sql.join(whens, sql` `)} else 4 end`
  const { rows } = await sql<Record<'facets' | 'names' | 'lots' | 'grams' | 'near', string> & { over_grams: number }>`
    select ${listOf(sql`facet`)} as facets, ${listOf(sql`value`)} as names, ${listOf(sql`lots`)} as lots, ${listOf(sql`grams`)} as grams,
      (select ${listOf(sql`traits * 8 + ${end}`)} from lot_index where must_go_by <= ${now} or ${sql.join(inHours, sql` or `)}) as near,
      (select coalesce(sum(grams), 0) from lot_index where must_go_by <= ${now}) as over_grams
    from (select facet, value, lots, grams from lot_counts where facet in ('all', 'material', 'condition', 'grade', 'at_hub')
      union all select facet, value, lots, grams from lot_counts
        where facet = 'hour' and value between ${edges[0]} and ${edges.at(-1)}) as counters`.execute(db)
  const [row] = rows
  const list = <Value>(text: string | undefined): Value[] => JSON.parse(text ?? '[]')
  const [names, lots, grams] = [list<string>(row?.names), list<number>(row?.lots), list<number>(row?.grams)]
  const counters = list<string>(row?.facets).map((facet, at) => ({
    facet,
    value: names[at] ?? '',
    lots: lots[at] ?? 0,
    grams: grams[at] ?? 0,
  }))
  return { counters, near: list<number>(row?.near), over_grams: row?.over_grams ?? 0 }
}

function hourOf(instant: string) {
  return instant.slice(0, 13)
}
