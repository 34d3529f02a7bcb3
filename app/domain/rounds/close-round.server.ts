import type { Trx } from '#db/database.ts'
import { type Act, coordinates } from '../act.ts'
import { isRefusal, refused } from '../refusal.ts'
import { appendMove } from './append-move.server.ts'
import { balanceOf } from './balance.ts'
import { dropEnded } from './drop-ended.server.ts'
import { moveRound } from './move-round.server.ts'
import { movesOf } from './moves.read.server.ts'

/** Every stop was made or given up, and every gram is accounted for (invariant 11; the database refuses otherwise). */
export async function closeRound(trx: Trx, act: Act, roundId: string) {
  await dropEnded(trx, [roundId], act.at)
  const left = await trx
    .selectFrom('round_stops')
    .select('id')
    .where('round_id', '=', roundId)
    .where('state', '=', 'planned')
    .where('kind', '<>', 'hub_in')
    .executeTakeFirst()
  if (left) return refused('stops-left')
  const { open } = balanceOf(await movesOf(trx, roundId))
  if (open !== 0) return refused('not-balanced')
  await trx
    .updateTable('round_stops')
    .set({ state: 'done', done_at: act.at })
    .where('round_id', '=', roundId)
    .where('state', '=', 'planned')
    .execute()
  const moved = await moveRound(trx, act, { id: roundId, to: 'closed' })
  return isRefusal(moved) ? moved : { round: moved.round }
}

/** Grams that the scales disagree about, or that are nowhere, as a line of their own with a reason. */
export async function explainDifference(
  trx: Trx,
  act: Act,
  roundId: string,
  { reason, idempotency_key }: { reason: string; idempotency_key: string },
) {
  const round = await trx.selectFrom('rounds').select(['hub_id', 'state']).where('id', '=', roundId).executeTakeFirst()
  if (!round) return refused('no-such-round')
  if (!coordinates(act.by, round.hub_id)) return refused('not-yours')
  if (round.state !== 'in_progress') return refused('wrong-state')
  const { open } = balanceOf(await movesOf(trx, roundId))
  if (open === 0) return refused('nothing-to-explain')
  const nothing = {
    stop_id: null,
    load_id: null,
    quantity: 0,
    grade: 'E',
    photo_hash: null,
    handover_id: null,
  } as const
  return appendMove(trx, act, {
    ...nothing,
    round_id: roundId,
    kind: 'difference',
    grams: open,
    reason,
    idempotency_key,
    happened_at: act.at,
  })
}
