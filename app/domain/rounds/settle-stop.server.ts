import type { Trx } from '#db/database.ts'
import type { RoundRow } from '#db/schema/rounds.ts'
import { type Act, coordinates } from '../act.ts'
import { momentOf } from '../handovers/handover-time.ts'
import { isRefusal, refused } from '../refusal.ts'
import { goodsAboard } from './aboard.ts'
import type { DeedAsk } from './deed-ask.ts'
import { movesOf } from './moves.read.server.ts'
import { roundOf } from './plan.read.server.ts'
import { releasePeople } from './release-people.server.ts'
import { untimeCollections } from './untime-collections.server.ts'

/** A stop is done when nothing of it is left to do. */
export async function finishStop(trx: Trx, stopId: string, at: string) {
  await trx
    .updateTable('round_stops')
    .set({ state: 'done', done_at: at })
    .where('id', '=', stopId)
    .where('state', '=', 'planned')
    .where('kind', '<>', 'hub_in')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('round_loads')
            .select('round_loads.id')
            .whereRef('round_loads.stop_id', '=', 'round_stops.id')
            .where('round_loads.state', '=', 'planned'),
        ),
      ),
    )
    .execute()
}

type Failed = Extract<DeedAsk, { deed: 'failed' }>
type Round = Pick<RoundRow, 'id' | 'state' | 'started_at'>

/**
 * Nobody there, no way in, not as described: nothing changes hands at this stop. What was to be brought from here is not
 * brought either; what was to be left here stays aboard. Said twice, it is said once.
 */
export async function missStop(trx: Trx, act: Act, round: Round, ask: Failed) {
  const stop = await trx
    .selectFrom('round_stops')
    .selectAll()
    .where('id', '=', ask.stop_id)
    .where('round_id', '=', round.id)
    .executeTakeFirst()
  if (!stop) return refused('no-such-stop')
  if (stop.state === 'failed') return { deed: 'known' as const }
  if (round.state !== 'in_progress') return refused('wrong-state')
  if (stop.kind === 'hub_in') return refused('wrong-stop')
  if (stop.state === 'done') return refused('already-done')
  const moment = momentOf(ask, act.at, round.started_at)
  if (isRefusal(moment)) return moment
  const at = moment.happened_at
  const lost = await claimsToDo(trx, stop.id)
  await failStops(trx, [stop.id], ask.failure, at)
  if (ask.note !== '') await trx.updateTable('round_stops').set({ note: ask.note }).where('id', '=', stop.id).execute()
  if (stop.kind !== 'deliver') await failDeliveries(trx, round.id, lost, ask.failure, at)
  await releasePeople(trx, act, lost, ask.failure)
  return { deed: 'done' as const }
}

/** What of a stop has not changed hands: the rest of it did, and stays as it is. */
async function claimsToDo(trx: Trx, stopId: string) {
  const loads = trx.selectFrom('round_loads').select('claim_id').where('stop_id', '=', stopId)
  return (await loads.where('state', '=', 'planned').execute()).map(({ claim_id }) => claim_id)
}

/**
 * The van stands still and the rest goes with another: what is not aboard is free to be planned again, what is aboard and was
 * to be delivered fails here, to be brought to the hub. The round stays open until its grams are accounted for.
 */
export async function breakDown(trx: Trx, act: Act, roundId: string) {
  const round = await roundOf(trx, roundId)
  if (!round) return refused('no-such-round')
  if (!coordinates(act.by, round.hub_id)) return refused('not-yours')
  if (round.state !== 'in_progress') return refused('wrong-state')
  const aboard = goodsAboard(await movesOf(trx, roundId))
  const left = round.stops.filter(({ kind, state }) => state === 'planned' && kind !== 'hub_in')
  const loads = left.flatMap((stop) => stop.loads).filter(({ state }) => state === 'planned')
  const rides = loads.filter(({ claim_id }) => aboard.has(claim_id))
  const free = loads.filter((load) => !rides.includes(load))
  await untimeCollections(trx, act, [{ loads: free }])
  await failLoads(trx, rides, 'breakdown', act.at)
  await freeLoads(trx, free, act.at)
  const stopsOf = (some: readonly Load[]) => new Set(some.map(({ stop_id }) => stop_id)).size
  return { freed: stopsOf(free), rides: stopsOf(rides) }
}

async function failStops(trx: Trx, ids: readonly string[], reason: string, at: string) {
  if (ids.length === 0) return
  await trx
    .updateTable('round_loads')
    .set({ state: 'failed' })
    .where('stop_id', 'in', [...ids])
    .where('state', '=', 'planned')
    .execute()
  await trx
    .updateTable('round_stops')
    .set({ state: 'failed', failed_reason: reason, done_at: at })
    .where('id', 'in', [...ids])
    .where('state', '=', 'planned')
    .execute()
}

async function failDeliveries(trx: Trx, roundId: string, claimIds: readonly string[], reason: string, at: string) {
  if (claimIds.length === 0) return
  const loads = await trx
    .selectFrom('round_loads')
    .innerJoin('round_stops', 'round_stops.id', 'round_loads.stop_id')
    .select(['round_loads.id', 'round_loads.stop_id'])
    .where('round_stops.round_id', '=', roundId)
    .where('round_loads.kind', '=', 'deliver')
    .where('round_loads.state', '=', 'planned')
    .where('round_loads.claim_id', 'in', [...claimIds])
    .execute()
  await failLoads(trx, loads, reason, at)
}

type Load = { id: string; stop_id: string }

/** A stop fails with its last load, and is done where something was left; where there is more to leave, it goes on. */
async function failLoads(trx: Trx, loads: readonly Load[], reason: string, at: string) {
  for (const { id, stop_id } of loads) {
    await trx.updateTable('round_loads').set({ state: 'failed' }).where('id', '=', id).execute()
    const others = await trx.selectFrom('round_loads').select('state').where('stop_id', '=', stop_id).execute()
    if (others.every(({ state }) => state === 'failed')) await failStops(trx, [stop_id], reason, at)
    else await finishStop(trx, stop_id, at)
  }
}

/** Takes loads off their round, to go with another or with none; a stop at which there is nothing else goes too. */
export async function freeLoads(trx: Trx, loads: readonly Load[], at: string) {
  for (const { id, stop_id } of loads) {
    await trx.deleteFrom('round_loads').where('id', '=', id).where('state', '=', 'planned').execute()
    const other = await trx.selectFrom('round_loads').select('id').where('stop_id', '=', stop_id).executeTakeFirst()
    if (other) await finishStop(trx, stop_id, at)
    else await trx.deleteFrom('round_stops').where('id', '=', stop_id).where('state', '=', 'planned').execute()
  }
}
