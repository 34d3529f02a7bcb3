import type { Db } from '#db/database.ts'
import type { Clock, ClockKind, ErrandClock, ErrandKind } from './clock.ts'
import { keyOf } from './set-clock.server.ts'

/** Whether any clock of these kinds is due: asked before a write transaction is opened for nothing. */
export async function isAnyDue(db: Db, kinds: readonly (ClockKind | ErrandKind)[], at: string) {
  const due = await db
    .selectFrom('clocks')
    .select('id')
    .where('done_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('due_at', '<', at)
    .where('kind', 'in', kinds)
    .limit(1)
    .executeTakeFirst()
  return due !== undefined
}

/** Of each kind with something wrong: how many clocks are due, since when the oldest, and how many were given up. */
export async function backlog(db: Db, at: string) {
  const due = db
    .selectFrom('clocks')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('clocks'), eb.fn.min('due_at').as('oldest')])
    .where('done_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('due_at', '<', at)
    .groupBy('kind')
  const lost = db
    .selectFrom('clocks')
    .select((eb) => ['kind', eb.fn.countAll<number>().as('clocks')])
    .where('given_up_at', 'is not', null)
    .groupBy('kind')
  return { due: await due.execute(), given_up: await lost.execute() }
}

/** Those of the clocks that were never set. */
export async function neverSet<Each extends Clock | ErrandClock>(db: Db, clocks: readonly Each[]) {
  if (clocks.length === 0) return []
  const rows = await db.selectFrom('clocks').select('clock_key').where('clock_key', 'in', clocks.map(keyOf)).execute()
  const known = new Set(rows.map((row) => row.clock_key))
  return clocks.filter((each) => !known.has(keyOf(each)))
}
