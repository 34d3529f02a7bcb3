import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { lotIndexOf } from '#db/dialects/dialect.server.ts'
import { conditionCodes } from '#db/dialects/lot-index.ts'
import { lastDay } from './lot-filter.server.ts'
import { addLot, named, noLots, type Tally } from './lot-tally.read.server.ts'
import { deadlines } from './search-href.ts'

/** All lots there are: from the counters, less the few whose day has passed and that no clock has closed yet. */
export async function nationalTally(db: Db, now: string): Promise<Tally> {
  const ends = [now, ...deadlines.map((by) => lastDay(by, now))]
  const edges = ends.map(hourOf)
  const { counters, sooner, traits, over_grams } = await read(db, ends)
  const tally = noLots()
  for (const counter of counters) add(tally, counter, edges)
  for (const [at, lots] of sooner.entries()) {
    tally.due[at] = (tally.due[at] ?? 0) + lots
    tally.due[at + 1] = (tally.due[at + 1] ?? 0) - lots
  }
  const over = { ...noLots(), grams: over_grams }
  const materials: number[] = []
  for (const lot of traits) addLot(over, materials, lot)
  return less(tally, { ...over, materials: await named(db, materials) })
}

type Counter = { facet: string; value: string; lots: number; grams: number }

/** Adds what one counter says. An hour in which a deadline ends is counted as wholly after it: `sooner` says how much is not. */
function add(tally: Tally, { facet, value, lots, grams }: Counter, edges: readonly string[]) {
  if (facet === 'all') Object.assign(tally, { lots, grams })
  if (facet === 'material') tally.materials.set(value, lots)
  if (facet === 'condition') tally.conditions[conditionCodes.indexOf(value)] = lots
  if (facet === 'grade' && (value === 'A' || value === 'B')) tally.weighed += lots
  if (facet === 'at_hub' && value === '1') tally.at_hub = lots
  if (facet === 'hour') {
    const due = edges.filter((edge) => edge <= value).length
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
 * In one statement, and so of one moment: the counters of each choice and of the hours up to the last of `ends`; how many lots
 * of the hour of each end are over by it; the traits of those that are over now, the first of `ends`, and their grams. All of
 * it as rows of counters took half as long again.
 */
async function read(db: Db, ends: readonly string[]) {
  const { listOf } = lotIndexOf(db)
  const over = sql`from lot_index where must_go_by <= ${ends[0]}`
  const sooner = ends.map(
    (end) => sql`(select count(*) from lot_index where must_go_by >= ${hourOf(end)} and must_go_by <= ${end})`,
  )
  const { rows } = await sql<
    Record<'facets' | 'names' | 'lots' | 'grams' | 'sooner' | 'over', string> & { over_grams: number }
  >`
    select ${listOf(sql`facet`)} as facets, ${listOf(sql`value`)} as names, ${listOf(sql`lots`)} as lots, ${listOf(sql`grams`)} as grams,
      '[' || ${sql.join(sooner, sql` || ',' || `)} || ']' as sooner, (select ${listOf(sql`traits`)} ${over}) as over,
      (select coalesce(sum(grams), 0) ${over}) as over_grams
    from (select facet, value, lots, grams from lot_counts where facet in ('all', 'material', 'condition', 'grade', 'at_hub')
      union all select facet, value, lots, grams from lot_counts
        where facet = 'hour' and value between ${hourOf(ends[0] ?? '')} and ${hourOf(ends.at(-1) ?? '')}) as counters`.execute(
    db,
  )
  const [row] = rows
  const list = <Value>(text: string | undefined): Value[] => JSON.parse(text ?? '[]')
  const [names, lots, grams] = [list<string>(row?.names), list<number>(row?.lots), list<number>(row?.grams)]
  const counters = list<string>(row?.facets).map((facet, at) => ({
    facet,
    value: names[at] ?? '',
    lots: lots[at] ?? 0,
    grams: grams[at] ?? 0,
  }))
  return {
    counters,
    sooner: list<number>(row?.sooner),
    traits: list<number>(row?.over),
    over_grams: row?.over_grams ?? 0,
  }
}

function hourOf(instant: string) {
  return instant.slice(0, 13)
}
