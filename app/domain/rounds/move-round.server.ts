import type { Trx } from '#db/database.ts'
import type { RoundRow, RoundState } from '#db/schema/rounds.ts'
import { type Act, coordinates } from '../act.ts'
import { refused } from '../refusal.ts'
import { nextStates } from './round.ts'

type Move = { id: string; version?: number; to: RoundState; set?: Partial<RoundRow> }

/** The one way a round changes state, by one of its hub's coordinators; with a version, only as it was seen. */
export async function moveRound(trx: Trx, act: Act, { id, version, to, set = {} }: Move) {
  const round = await trx
    .selectFrom('rounds')
    .select(['hub_id', 'state', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!round) return refused('no-such-round')
  if (!coordinates(act.by, round.hub_id)) return refused('not-yours')
  if (version !== undefined && version !== round.version) return refused('changed-meanwhile')
  if (!(nextStates[round.state] as readonly RoundState[]).includes(to)) return refused('wrong-state')
  const ended = to === 'closed' || to === 'cancelled' ? { ended_at: act.at } : {}
  const moved = await trx
    .updateTable('rounds')
    .set((eb) => ({
      state: to,
      version: eb('version', '+', 1),
      changed_by: act.by.id,
      changed_at: act.at,
      ...ended,
      ...set,
    }))
    .where('id', '=', id)
    .where('state', '=', round.state)
    .where('version', '=', round.version)
    .returningAll()
    .executeTakeFirst()
  return moved ? { round: moved } : refused('changed-meanwhile')
}
