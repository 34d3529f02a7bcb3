import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import type { Clock, ClockKind, ErrandClock } from './clock.ts'

/**
 * Sets a clock in the transaction of the change that calls for it. It is heard after `due_at`, never at that instant. The
 * same kind, subject and time is one clock, however often it is set. Clocks are not taken back: whoever hears one looks
 * again whether it still means anything.
 */
export function setClock(trx: Trx, act: Pick<Act, 'at'>, kind: ClockKind, subject_id: string, due_at: string) {
  return setClocks(trx, act, [{ kind, subject_id, due_at }])
}

/** The same for several at once. */
export async function setClocks(trx: Trx, act: Pick<Act, 'at'>, clocks: readonly (Clock | ErrandClock)[]) {
  if (clocks.length === 0) return
  const unheard = { tries: 0, done_at: null, given_up_at: null, last_problem: null }
  await trx
    .insertInto('clocks')
    .values(clocks.map((clock) => ({ ...clock, ...unheard, id: newId(), clock_key: keyOf(clock), set_at: act.at })))
    .onConflict((conflict) => conflict.column('clock_key').doNothing())
    .execute()
}

/** What makes two clocks one. */
export function keyOf({ kind, subject_id, due_at }: Clock | ErrandClock) {
  return `${kind}:${subject_id}:${due_at}`
}
