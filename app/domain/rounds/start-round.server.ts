import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { isRefusal, refused } from '../refusal.ts'
import { dropEnded } from './drop-ended.server.ts'
import { moveRound } from './move-round.server.ts'
import { roundOf } from './plan.read.server.ts'
import { bringsTooEarly } from './planned-round.ts'

/** The van leaves, with whoever says so at the wheel. Only now can anything be collected, delivered or found missing. */
export async function startRound(trx: Trx, act: Act, roundId: string) {
  await dropEnded(trx, [roundId], act.at)
  const moved = await moveRound(trx, act, {
    id: roundId,
    to: 'in_progress',
    set: { started_at: act.at, driver_id: act.by.id },
  })
  if (isRefusal(moved)) return moved
  if (bringsTooEarly((await roundOf(trx, roundId))?.stops ?? [])) return refused('wrong-order')
  return { round: moved.round }
}
