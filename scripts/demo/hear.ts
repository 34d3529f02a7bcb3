import type { ClockKind } from '#app/domain/clocks/clock.ts'
import { clockDone, takeClock } from '#app/domain/clocks/take-clock.server.ts'
import { later } from '#app/domain/instant.ts'
import { undoable, write } from '#app/domain/write.server.ts'
import { clockHandlers } from '#app/jobs/clock-handlers.server.ts'
import { byTheClock } from '#app/jobs/job-act.ts'
import type { Db } from '#db/database.ts'

// What only reminds is left out: nobody reads last month's reminders.
const kinds: readonly ClockKind[] = [
  'close-window',
  'open-to-all',
  'lapse-offer',
  'lapse-unscheduled',
  'rescue-listing',
  'expire-listing',
  'settle-handover',
]

/** Lets the clocks of the neighbourhood strike, each a minute after its time, up to an instant. */
export async function hearUntil(db: Db, until: string) {
  for (let due = await nextDue(db, until); due !== undefined; due = await nextDue(db, until)) {
    const at = later(due, { minutes: 1 })
    await write(db, async (trx) => {
      const clock = await takeClock(trx, kinds, at)
      const kind = kinds.find((each) => each === clock?.kind)
      if (!clock || !kind) return
      await undoable(trx, () => clockHandlers[kind](trx, byTheClock(at), clock.subject_id))
      await clockDone(trx, clock, at)
    })
  }
}

async function nextDue(db: Db, until: string) {
  const next = await db
    .selectFrom('clocks')
    .select('due_at')
    .where('done_at', 'is', null)
    .where('kind', 'in', kinds)
    .where('due_at', '<', until)
    .orderBy('due_at')
    .executeTakeFirst()
  return next?.due_at
}
