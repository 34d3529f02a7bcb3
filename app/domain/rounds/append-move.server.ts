import type { Trx } from '#db/database.ts'
import type { RoundMoveRow } from '#db/schema/rounds.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'

export type MoveFacts = Omit<RoundMoveRow, 'id' | 'recorded_at' | 'recorded_by'>

/** Writes down what went aboard or left. The only writer of `round_moves`. The same key twice is one move: `isNew` says which. */
export async function appendMove(trx: Trx, act: Act, facts: MoveFacts) {
  const written = await trx
    .insertInto('round_moves')
    .values({ ...facts, id: newId(), recorded_at: act.at, recorded_by: act.by.id })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (written) return { move: written, isNew: true }
  const move = await trx
    .selectFrom('round_moves')
    .selectAll()
    .where('idempotency_key', '=', facts.idempotency_key)
    .executeTakeFirstOrThrow()
  return { move, isNew: false }
}
