import type { ClockKind } from '#app/domain/clocks/clock.ts'
import { undoable, write } from '#app/domain/write.server.ts'
import { clockHandlers } from '#app/jobs/clock-handlers.server.ts'
import { hearClocks } from '#app/jobs/hear-clocks.server.ts'
import { byTheClock } from '#app/jobs/job-act.ts'
import type { Db } from '#db/database.ts'

/** What other tests are about: matches, digests and the like, whose clocks would only take their time here. */
const others = ['match-listing', 'ask-wanted', 'send-digest'] as const

/** Forgets every clock of sequences before. */
export async function stopClocks(db: Db) {
  await db.deleteFrom('clocks').execute()
}

/** Hears the clock that has been due longest, if any is, through the job itself. */
export async function hearOne(db: Db, at: string) {
  await db.deleteFrom('clocks').where('kind', 'in', others).execute()
  const heard = await hearClocks(db, at, 1)
  return [...heard.keys()][0]
}

/** When the next clock falls due. */
export async function nextDue(db: Db) {
  const next = await db
    .selectFrom('clocks')
    .select(['kind', 'due_at'])
    .where('done_at', 'is', null)
    .where('kind', 'not in', others)
    .orderBy('due_at')
    .executeTakeFirst()
  return next?.due_at
}

/** Every clock heard so far is heard once more, as if a worker had died before it could say that it was done. */
export async function hearAgain(db: Db, at: string) {
  const done = await db.selectFrom('clocks').selectAll().where('done_at', 'is not', null).orderBy('due_at').execute()
  for (const { kind, subject_id } of done) {
    const handler = clockHandlers[kind as ClockKind]
    if (handler) await write(db, (trx) => undoable(trx, () => handler(trx, byTheClock(at), subject_id)))
  }
}
