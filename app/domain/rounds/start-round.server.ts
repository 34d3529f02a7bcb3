import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { isRefusal } from '../refusal.ts'
import { moveRound } from './move-round.server.ts'

/** The van leaves, with whoever says so at the wheel. Only now can anything be collected, delivered or found missing. */
export async function startRound(trx: Trx, act: Act, roundId: string) {
  const moved = await moveRound(trx, act, {
    id: roundId,
    to: 'in_progress',
    set: { started_at: act.at, driver_id: act.by.id },
  })
  return isRefusal(moved) ? moved : { round: moved.round }
}
