import type { Trx } from '#db/database.ts'
import type { RoundLoadRow, RoundStopRow } from '#db/schema/rounds.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import type { TimedStop } from '../pickups/rounds/outcome.ts'
import { takeCollection } from '../pickups/take-collection.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import type { Arranged } from './arranged.ts'
import { collectOf } from './day-problem.ts'
import type { Errand } from './errand.ts'
import type { PlannedStop } from './planned-round.ts'
import { instantAt } from './wall-clock.ts'

type Sheet = {
  round_id: string
  day: string
  /** The position of the first stop that is still to do. */
  first: number
  arranged: Arranged
  known: ReadonlyMap<string, PlannedStop>
  errands: ReadonlyMap<string, Errand>
}

/** Writes the stops of one round in their order: those that stand move, errands become stops with their loads. */
export async function writeStops(trx: Trx, act: Act, { round_id, day, first, arranged, known, errands }: Sheet) {
  for (const [index, timed] of arranged.timed.stops.entries()) {
    const where = {
      round_id,
      position: first + index,
      is_pinned: arranged.pinned.has(timed.id) ? (1 as const) : (0 as const),
      ...timesOf(timed, day),
    }
    const errand = errands.get(timed.id)
    if (errand) {
      const claims = await claimsBehind(trx, act, errand)
      if (isRefusal(claims)) return refused('changed-meanwhile')
      await insertStop(trx, where, { ...errand, claims }, timed.id === collectOf(errand))
    } else if (!(known.has(timed.id) && (await moveStop(trx, timed.id, where)))) return refused('changed-meanwhile')
  }
  return { written: arranged.timed.stops.length }
}

/** A collection becomes a claim of the hub's when a round takes it; others are claims already. */
async function claimsBehind(trx: Trx, act: Act, { collection, claims }: Errand) {
  if (!collection) return claims
  const taken = await takeCollection(trx, act, collection)
  return isRefusal(taken) ? taken : claims.map((claim) => ({ ...claim, id: taken.claim_id }))
}

type Where = Pick<RoundStopRow, 'round_id' | 'position' | 'is_pinned' | 'starts_at' | 'ends_at'>

function timesOf({ start, end }: TimedStop, day: string) {
  return { starts_at: instantAt(day, start), ends_at: instantAt(day, end) }
}

async function moveStop(trx: Trx, id: string, where: Where) {
  const moved = await trx
    .updateTable('round_stops')
    .set(where)
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .returning('id')
    .executeTakeFirst()
  return moved !== undefined
}

async function insertStop(trx: Trx, where: Where, errand: Errand, isCollect: boolean) {
  const spot = isCollect ? errand.collect : errand.deliver
  const kind = isCollect ? 'collect' : 'deliver'
  const stop = { id: newId(), ...where, kind, place_id: spot?.place_id ?? '' } as const
  await trx
    .insertInto('round_stops')
    .values({ ...stop, state: 'planned', failed_reason: null, note: '', done_at: null })
    .execute()
  const loads = errand.claims.map(
    ({ id: claim_id, quantity, grams, dm3, longest_mm }): RoundLoadRow => ({
      id: newId(),
      stop_id: stop.id,
      claim_id,
      kind,
      quantity,
      grams,
      dm3,
      longest_mm,
      state: 'planned',
    }),
  )
  await trx.insertInto('round_loads').values(loads).execute()
}
