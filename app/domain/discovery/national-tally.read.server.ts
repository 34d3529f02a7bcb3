import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { conditionCodes } from '#db/dialects/lot-index.ts'
import { columns, readRows } from './columns.read.server.ts'
import { lastDay } from './lot-filter.server.ts'
import { addLots, addTo, named, noLots, type Tally } from './lot-tally.read.server.ts'
import { deadlines } from './search-href.ts'

/** All lots there are: from the counters, less the few whose day has passed and that no clock has closed yet. */
export async function nationalTally(db: Db, now: string): Promise<Tally> {
  const ends = [now, ...deadlines.map((by) => lastDay(by, now))]
  const edges = ends.map(hourOf)
  const [tally, over] = [noLots(), noLots()]
  const materials: number[] = []
  for (const counter of await countersOf(db, ends)) {
    add(tally, counter, edges)
    if (counter.facet === 'over') addLots(over, materials, Number(counter.value), counter)
  }
  return less(tally, { ...over, materials: await named(db, materials) })
}

type Counter = { facet: string; value: string; lots: number; grams: number }

/** Adds what one counter says. An hour in which a deadline ends is counted as wholly after it, and 'sooner' says how much is not. */
function add(tally: Tally, { facet, value, lots, grams }: Counter, edges: readonly string[]) {
  if (facet === 'all') Object.assign(tally, { lots, grams })
  if (facet === 'material') tally.materials.set(value, lots)
  if (facet === 'condition') tally.conditions[conditionCodes.indexOf(value)] = lots
  if (facet === 'grade' && (value === 'A' || value === 'B')) tally.weighed += lots
  if (facet === 'at_hub' && value === '1') tally.at_hub = lots
  const due = edges.filter((edge) => edge <= value).length
  if (facet === 'hour') addTo(tally.due, due, lots)
  if (facet === 'sooner') {
    addTo(tally.due, due, -lots)
    addTo(tally.due, due - 1, lots)
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
 * In one statement, and so of one moment: the counters of each choice and of the hours up to the last of `ends`; of the hour of
 * each end, how many lots are over by it; and those that are over now, the first of `ends`, by their traits.
 */
function countersOf(db: Db, ends: readonly string[]): Promise<Counter[]> {
  const [now = '', last = ''] = [ends[0], ends.at(-1)]
  const sooner = ends.map(
    (end) => sql`union all select 'sooner', ${hourOf(end)}, count(*), 0 from lot_index
      where must_go_by >= ${hourOf(end)} and must_go_by <= ${end}`,
  )
  return readRows<Counter>(
    db,
    columns('facet', 'value', 'lots', 'grams'),
    sql`(select facet, value, lots, grams from lot_counts where facet in ('all', 'material', 'condition', 'grade', 'at_hub')
      union all select facet, value, lots, grams from lot_counts
        where facet = 'hour' and value between ${hourOf(now)} and ${hourOf(last)}
      ${sql.join(sooner, sql` `)}
      union all select 'over', cast(traits as text), count(*), sum(grams) from lot_index
        where must_go_by <= ${now} group by traits) as counters`,
  )
}

function hourOf(instant: string) {
  return instant.slice(0, 13)
}
