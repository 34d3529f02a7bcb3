import type { Trx } from '#db/database.ts'
import type { RoundLoadRow, StopKind } from '#db/schema/rounds.ts'
import { newId } from '../id.server.ts'
import { roundOf } from './plan.read.server.ts'

/**
 * Gives a round its first and last stop, at the hub: what it delivers without having collected it is loaded there, and it
 * always ends there. A draft without any other stop is no round, and goes.
 */
export async function settleHubStops(trx: Trx, roundId: string, hubPlaceId: string) {
  const round = await roundOf(trx, roundId)
  if (!round) return
  const work = round.stops.filter(({ kind }) => kind === 'collect' || kind === 'deliver')
  const isGone = work.length === 0 && round.state === 'draft'
  await forgetLoading(trx, roundId)
  if (isGone) {
    await trx.deleteFrom('round_stops').where('round_id', '=', roundId).execute()
    await trx.deleteFrom('rounds').where('id', '=', roundId).where('state', '=', 'draft').execute()
    return
  }
  const fetched = new Set(
    round.stops.flatMap(({ loads }) =>
      loads.flatMap(({ claim_id, kind, state }) =>
        (kind === 'collect' && state !== 'failed') || (kind === 'hub_out' && state === 'done') ? [claim_id] : [],
      ),
    ),
  )
  const toLoad = work
    .flatMap(({ loads }) => loads)
    .filter(({ kind, state, claim_id }) => kind === 'deliver' && state === 'planned' && !fetched.has(claim_id))
  const at = { round_id: roundId, place_id: hubPlaceId }
  if (toLoad.length > 0) {
    const stop = await hubStop(trx, { ...at, kind: 'hub_out', position: 0, starts_at: round.leaves_at })
    const loads = toLoad.map(
      ({ claim_id, quantity, grams, dm3, longest_mm }): RoundLoadRow => ({
        ...{ id: newId(), stop_id: stop, kind: 'hub_out', state: 'planned' },
        ...{ claim_id, quantity, grams, dm3, longest_mm },
      }),
    )
    await trx.insertInto('round_loads').values(loads).execute()
  }
  const last = Math.max(0, ...work.map(({ position }) => position))
  await hubStop(trx, { ...at, kind: 'hub_in', position: last + 1, starts_at: round.returns_at })
}

// Loading is written anew each time: what was loaded stays, with its stop.
async function forgetLoading(trx: Trx, roundId: string) {
  await trx
    .deleteFrom('round_loads')
    .where('kind', '=', 'hub_out')
    .where('state', '=', 'planned')
    .where('stop_id', 'in', trx.selectFrom('round_stops').select('id').where('round_id', '=', roundId))
    .execute()
  await trx
    .deleteFrom('round_stops')
    .where('round_id', '=', roundId)
    .where('kind', '=', 'hub_out')
    .where('state', '=', 'planned')
    .execute()
}

type HubStop = { round_id: string; place_id: string; kind: StopKind; position: number; starts_at: string | null }

async function hubStop(trx: Trx, { starts_at, ...facts }: HubStop) {
  const times = { starts_at, ends_at: starts_at }
  const moved = await trx
    .updateTable('round_stops')
    .set({ ...times, position: facts.position })
    .where('round_id', '=', facts.round_id)
    .where('kind', '=', facts.kind)
    .where('state', '=', 'planned')
    .returning('id')
    .executeTakeFirst()
  if (moved) return moved.id
  const id = newId()
  await trx
    .insertInto('round_stops')
    .values({ id, ...facts, ...times, is_pinned: 0, state: 'planned', failed_reason: null, note: '', done_at: null })
    .execute()
  return id
}
