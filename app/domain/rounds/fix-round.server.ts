import type { Trx } from '#db/database.ts'
import type { RoundRow } from '#db/schema/rounds.ts'
import { type Act, coordinates } from '../act.ts'
import { isRefusal, refused } from '../refusal.ts'

type Seen = { id: string; version: number }

/** A locked round stays as it is while the planner works on the others. */
export function lockRound(trx: Trx, act: Act, seen: Seen, is_locked: boolean) {
  return changePlan(trx, act, seen, { is_locked: is_locked ? 1 : 0 })
}

/** A pinned stop stays with its vehicle, right behind the stop that is before it now. */
export async function pinStop(trx: Trx, act: Act, seen: Seen, stop: { id: string; is_pinned: boolean }) {
  const changed = await changePlan(trx, act, seen, {})
  if (isRefusal(changed)) return changed
  const pinned = await trx
    .updateTable('round_stops')
    .set({ is_pinned: stop.is_pinned ? 1 : 0 })
    .where('id', '=', stop.id)
    .where('round_id', '=', seen.id)
    .where('state', '=', 'planned')
    .returning('id')
    .executeTakeFirst()
  return pinned ? changed : refused('no-such-stop')
}

async function changePlan(trx: Trx, act: Act, { id, version }: Seen, set: Partial<RoundRow>) {
  const round = await trx.selectFrom('rounds').select('hub_id').where('id', '=', id).executeTakeFirst()
  if (!round) return refused('no-such-round')
  if (!coordinates(act.by, round.hub_id)) return refused('not-yours')
  const changed = await trx
    .updateTable('rounds')
    .set((eb) => ({ ...set, version: eb('version', '+', 1), changed_by: act.by.id, changed_at: act.at }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('ended_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return changed ? { round: changed } : refused('changed-meanwhile')
}
