import type { Trx } from '#db/database.ts'
import { lockFree } from '#db/dialects/dialect.server.ts'
import type { ClockRow } from '#db/schema/clocks.ts'
import { later } from '../instant.ts'
import { type ClockKind, type ErrandKind, minutesToNextTry, mostTries } from './clock.ts'

/** Longer than any errand lasts: one whose worker died is run again after this. */
const lease = { minutes: 30 }

/**
 * Takes the clock of these kinds that has been due longest, for as long as the transaction lasts. What another worker
 * holds is passed over; when that worker dies, its transaction dies with it and the clock is free again.
 */
export function takeClock(trx: Trx, kinds: readonly (ClockKind | ErrandKind)[], at: string) {
  const due = trx
    .selectFrom('clocks')
    .selectAll()
    .where('done_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('due_at', '<', at)
    .where('kind', 'in', kinds)
    .orderBy('due_at')
    .limit(1)
  return lockFree(trx, due).executeTakeFirst()
}

/** Lends a clock beyond the transaction, for work that leaves the database. A try counts when it begins. */
export async function lendClock(trx: Trx, clock: ClockRow, at: string) {
  const lent = { tries: clock.tries + 1, due_at: later(at, lease) }
  await trx.updateTable('clocks').set(lent).where('id', '=', clock.id).execute()
  return { ...clock, ...lent }
}

export async function clockDone(trx: Trx, { id }: Pick<ClockRow, 'id'>, at: string) {
  await trx.updateTable('clocks').set({ done_at: at, last_problem: null }).where('id', '=', id).execute()
}

/** Tries again later, each time three times as late, or gives up. `tries` includes the one that failed. */
export async function clockFailed(trx: Trx, id: string, tries: number, problem: string, at: string) {
  await trx
    .updateTable('clocks')
    .set({
      tries,
      last_problem: problem.slice(0, 500),
      given_up_at: tries >= mostTries ? at : null,
      due_at: later(at, { minutes: minutesToNextTry(tries) }),
    })
    .where('id', '=', id)
    .where('tries', 'in', [tries - 1, tries])
    .where('done_at', 'is', null)
    .execute()
}
