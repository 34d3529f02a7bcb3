import type { Trx } from '#db/database.ts'
import { type Act, coordinates } from '../act.ts'
import { newId } from '../id.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import type { Arranged } from './arranged.ts'
import { collectOf, deliverOf, workOf } from './day-problem.ts'
import { dropEnded } from './drop-ended.server.ts'
import type { Errand } from './errand.ts'
import { errandsOn } from './errands.read.server.ts'
import { roundsOn } from './plan.read.server.ts'
import type { PlannedRound, PlannedStop } from './planned-round.ts'
import { planned } from './round.ts'
import { settleHubStops } from './settle-hub-stops.server.ts'
import { untimeCollections } from './untime-collections.server.ts'
import { instantAt } from './wall-clock.ts'
import { writeStops } from './write-stops.server.ts'

type Place = { hub: { id: string; place_id: string }; day: string }

/**
 * Makes the rounds of a hub's day what was arranged: errands become stops, stops move between vehicles, and what no vehicle
 * takes any more is free again. Whoever arranged an older version of a round is refused, and nothing is overwritten.
 */
export async function arrangeRounds(trx: Trx, act: Act, { hub, day }: Place, arranged: readonly Arranged[]) {
  if (!coordinates(act.by, hub.id)) return refused('not-yours')
  const open = await trx.selectFrom('rounds').select('id').where('hub_id', '=', hub.id).where('day', '=', day).execute()
  const ids = open.map(({ id }) => id)
  await dropEnded(trx, ids, act.at)
  const before = await roundsOn(trx, [hub.id], day)
  const errands = await errandsIn(trx, { hub, day }, arranged)
  if (!errands) return refused('changed-meanwhile')

  const rounds: { arranged: Arranged; id: string }[] = []
  for (const one of arranged) {
    const round = await takeRound(trx, act, { hub, day }, one)
    if (isRefusal(round)) return round
    rounds.push({ arranged: one, id: round.id })
  }
  const kept = new Set(arranged.flatMap(({ timed }) => timed.stops.map(({ id }) => id)))
  const theirs = before.filter(({ id }) => rounds.some((round) => round.id === id))
  const known = new Map(theirs.flatMap((round) => workOf(round).map((stop) => [stop.id, stop] as const)))
  const dropped = theirs.flatMap((round) => workOf(round).filter(({ id }) => !kept.has(id)))
  if (theirs.some((round) => leavesGoods(round, rounds.find(({ id }) => id === round.id)?.arranged)))
    return refused('aboard')
  await dropStops(trx, act, dropped)
  for (const { arranged: one, id } of rounds) {
    const done = before.find((round) => round.id === id)?.stops.filter(({ state }) => state !== 'planned').length ?? 0
    const written = await writeStops(trx, act, { round_id: id, day, first: done + 1, arranged: one, known, errands })
    if (isRefusal(written)) return written
  }
  for (const { id } of rounds) await settleHubStops(trx, id, hub.place_id)
  return { rounds: rounds.map(({ id }) => id) }
}

/** The errands that become stops, by the names of those; undefined when one of them waits no longer. */
async function errandsIn(trx: Trx, { hub, day }: Place, arranged: readonly Arranged[]) {
  const ids = arranged.flatMap(({ timed }) => timed.stops.map(({ id }) => id)).filter((id) => id.includes(':'))
  const stops = new Map<string, Errand>()
  if (ids.length === 0) return stops
  for (const errand of await errandsOn(trx, hub, day)) {
    if (errand.collect) stops.set(collectOf(errand), errand)
    if (errand.deliver) stops.set(deliverOf(errand), errand)
  }
  return ids.every((id) => stops.has(id)) ? stops : undefined
}

/** The vehicle's round of the day, made if there is none; refused when somebody else changed it since it was seen. */
async function takeRound(trx: Trx, act: Act, { hub, day }: Place, { vehicle_id, version, timed, is_locked }: Arranged) {
  const times = {
    leaves_at: timed.stops.length > 0 ? instantAt(day, timed.start) : null,
    returns_at: timed.stops.length > 0 ? instantAt(day, timed.end) : null,
    lunch_at: timed.lunch ? instantAt(day, timed.lunch.start) : null,
    metres: Math.round(timed.metres),
    is_locked: is_locked ? (1 as const) : (0 as const),
    changed_by: act.by.id,
    changed_at: act.at,
  }
  const round =
    version === 0
      ? await insertRound(trx, act, { hub_id: hub.id, vehicle_id, day, ...times })
      : await trx
          .updateTable('rounds')
          .set((eb) => ({ ...times, version: eb('version', '+', 1) }))
          .where('vehicle_id', '=', vehicle_id)
          .where('hub_id', '=', hub.id)
          .where('day', '=', day)
          .where('version', '=', version)
          .where('state', 'in', [...planned])
          .returning('id')
          .executeTakeFirst()
  return round ?? refused('changed-meanwhile')
}

type NewRound = Pick<
  PlannedRound,
  | 'hub_id'
  | 'vehicle_id'
  | 'day'
  | 'leaves_at'
  | 'returns_at'
  | 'lunch_at'
  | 'metres'
  | 'is_locked'
  | 'changed_by'
  | 'changed_at'
>

async function insertRound(trx: Trx, act: Act, round: NewRound) {
  const vehicle = await trx
    .selectFrom('vehicles')
    .select('id')
    .where('id', '=', round.vehicle_id)
    .where('hub_id', '=', round.hub_id)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  if (!vehicle) return undefined
  return trx
    .insertInto('rounds')
    .values({ ...round, id: newId(), state: 'draft', version: 1, driver_id: null, made_by: act.by.id, made_at: act.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
}

/** Whether a stop would leave a round where part of it was done already, or that has aboard what is to be brought there. */
function leavesGoods(round: PlannedRound, arranged: Arranged | undefined) {
  const staying = new Set(arranged?.timed.stops.map(({ id }) => id))
  const aboard = new Set(
    round.stops
      .flatMap(({ loads }) => loads)
      .flatMap(({ kind, state, claim_id }) => (kind !== 'deliver' && state === 'done' ? [claim_id] : [])),
  )
  return workOf(round)
    .filter(({ id }) => !staying.has(id))
    .some(({ loads }) => loads.some(({ state, claim_id }) => state === 'done' || aboard.has(claim_id)))
}

async function dropStops(trx: Trx, act: Act, stops: readonly PlannedStop[]) {
  if (stops.length === 0) return
  await untimeCollections(trx, act, stops)
  const ids = stops.map(({ id }) => id)
  await trx.deleteFrom('round_loads').where('stop_id', 'in', ids).where('state', '=', 'planned').execute()
  await trx.deleteFrom('round_stops').where('id', 'in', ids).where('state', '=', 'planned').execute()
}
