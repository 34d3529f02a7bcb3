import { setImmediate as endOfTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db, Trx } from '../database.ts'

type Waiting = {
  commands: (trx: Trx) => Promise<unknown>
  done: (outcome: unknown) => void
  failed: (error: unknown) => void
}
type Queue = { waiting: Waiting[]; isServed: boolean }

const queues = new WeakMap<Db, Queue>()

/** So many share a commit at most: whoever only reads waits for the whole group. */
const mostTogether = 24

/**
 * Commands of whoever is waiting run one after the other inside one transaction, each between savepoints of its own, and are
 * answered when that is on the disk: where there is one writer, waiting for the disk is most of a small write.
 */
export function commitTogether<Outcome>(db: Db, commands: (trx: Trx) => Promise<Outcome>): Promise<Outcome> {
  const queue = queues.get(db) ?? { waiting: [], isServed: false }
  queues.set(db, queue)
  return new Promise<Outcome>((done, failed) => {
    queue.waiting.push({ commands, done: done as Waiting['done'], failed })
    if (!queue.isServed) void serve(db, queue)
  })
}

async function serve(db: Db, queue: Queue) {
  queue.isServed = true
  while (queue.waiting.length > 0) {
    // Everybody who was heard in this turn of the loop is let in: a transaction that began now would end before the next one spoke.
    await endOfTurn()
    await commitSome(db, queue.waiting)
  }
  queue.isServed = false
}

async function commitSome(db: Db, waiting: Waiting[]) {
  const taken: Waiting[] = []
  const answers: (() => void)[] = []
  try {
    await db.transaction().execute(async (trx) => {
      taken.push(...waiting.splice(0, mostTogether))
      for (const each of taken) answers.push(await runOne(trx, each))
    })
  } catch (error) {
    // Nothing of it is kept. What one has spoilt for the others is tried again without them.
    if (taken.length > 1) for (const each of taken) await commitSome(db, [each])
    else (taken[0] ?? waiting.shift())?.failed(error)
    return
  }
  for (const answer of answers) answer()
}

async function runOne(trx: Trx, { commands, done, failed }: Waiting) {
  await sql`savepoint together`.execute(trx)
  try {
    const outcome = await commands(trx)
    await sql`release together`.execute(trx)
    return () => done(outcome)
  } catch (error) {
    await sql`rollback to together`.execute(trx)
    await sql`release together`.execute(trx)
    return () => failed(error)
  }
}
