import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { isRefusal } from '../refusal.ts'
import { moveRound } from './move-round.server.ts'
import { roundOf } from './plan.read.server.ts'
import { untimeCollections } from './untime-collections.server.ts'

/** A round that has not left does not leave. What was on it is free for another; times agreed with people stand. */
export async function callOffRound(trx: Trx, act: Act, roundId: string, version: number) {
  const moved = await moveRound(trx, act, { id: roundId, version, to: 'cancelled' })
  if (isRefusal(moved)) return moved
  await untimeCollections(trx, act, (await roundOf(trx, roundId))?.stops ?? [])
  const stops = trx.selectFrom('round_stops').select('id').where('round_id', '=', roundId)
  await trx.deleteFrom('round_loads').where('stop_id', 'in', stops).execute()
  await trx.deleteFrom('round_stops').where('round_id', '=', roundId).execute()
  return { round: moved.round }
}
