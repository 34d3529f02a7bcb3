import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { later, toRome } from '../instant.ts'
import { proposePickup } from '../pickups/propose-pickup.server.ts'
import { timeCollection } from '../pickups/time-collection.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import { dropEnded } from './drop-ended.server.ts'
import { moveRound } from './move-round.server.ts'
import { roundOf } from './plan.read.server.ts'
import { bringsTooEarly, type PlannedStop } from './planned-round.ts'

type Told = { asked: number; failed: { title: string; reason: string }[] }

/**
 * A round stands: everybody on it who has no time yet is proposed one, an hour around the plan. Those who have agreed on a
 * time keep it. A proposal that cannot be made is named, and stops nothing.
 */
export async function publishRound(trx: Trx, act: Act, roundId: string, version: number) {
  await dropEnded(trx, [roundId], act.at)
  const moved = await moveRound(trx, act, { id: roundId, version, to: 'published', set: { published_at: act.at } })
  if (isRefusal(moved)) return (await hasPublished(trx, act, roundId, version)) ?? moved
  if (bringsTooEarly((await roundOf(trx, roundId))?.stops ?? [])) return refused('wrong-order')
  return { round: moved.round, ...(await proposeTimes(trx, act, roundId)) }
}

/** Pressed twice, it was published once: whoever did it is not told that somebody else changed it. */
async function hasPublished(trx: Trx, act: Act, roundId: string, version: number) {
  const round = await trx
    .selectFrom('rounds')
    .selectAll()
    .where('id', '=', roundId)
    .where('state', '=', 'published')
    .where('version', '=', version + 1)
    .where('changed_by', '=', act.by.id)
    .executeTakeFirst()
  return round && { round, asked: 0, failed: [] }
}

/** Proposes a time to whoever is on the round and has none, and tells companies when to expect the van within their hours. */
export async function proposeTimes(trx: Trx, act: Act, roundId: string): Promise<Told> {
  const round = await roundOf(trx, roundId)
  const told: Told = { asked: 0, failed: [] }
  const asked = new Set<string>()
  for (const stop of round?.stops ?? []) {
    if (stop.kind !== 'collect' && stop.kind !== 'deliver') continue
    for (const load of stop.loads) {
      if (stop.starts_at === null) continue
      if (load.collection_id !== null) {
        if (load.state === 'planned') await timeCollection(trx, act, load.listing_id, hourAround(stop.starts_at))
        continue
      }
      if (load.pickup_state !== null || asked.has(load.claim_id)) continue
      const proposed = await proposePickup(trx, act, load.claim_id, timeAround(stop))
      if (isRefusal(proposed)) told.failed.push({ title: load.title, reason: proposed.refused })
      else told.asked += 1
      // One pickup serves all of a claimant's claims at one site.
      for (const other of stop.loads) asked.add(other.claim_id)
    }
  }
  return told
}

function timeAround({ starts_at }: PlannedStop) {
  return { starts_at: toRome(hourAround(starts_at ?? '').from), minutes: 60, note: '', override_reason: '' }
}

/** An hour from the quarter before the van is due: traffic moves both ways. */
function hourAround(due: string) {
  const quarter = 15 * 60_000
  const from = new Date(Math.floor(Date.parse(later(due, { minutes: -15 })) / quarter) * quarter).toISOString()
  return { from, to: later(from, { hours: 1 }) }
}
