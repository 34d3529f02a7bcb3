import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import type { ClockKind } from './clock.ts'

/**
 * Sets a clock in the transaction of the change that calls for it. The same kind, subject and time is one clock, however
 * often it is set. Clocks are not taken back: whoever hears one looks again whether it still means anything.
 */
export async function setClock(trx: Trx, act: Pick<Act, 'at'>, kind: ClockKind, subject_id: string, due_at: string) {
  await trx
    .insertInto('clocks')
    .values({
      id: newId(),
      kind,
      subject_id,
      clock_key: `${kind}:${subject_id}:${due_at}`,
      set_at: act.at,
      due_at,
      tries: 0,
      done_at: null,
      given_up_at: null,
      last_problem: null,
    })
    .onConflict((conflict) => conflict.column('clock_key').doNothing())
    .execute()
}
