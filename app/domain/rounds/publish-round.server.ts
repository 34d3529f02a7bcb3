import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { later, toRome } from '../instant.ts'
import { proposePickup } from '../pickups/propose-pickup.server.ts'
import { isRefusal } from '../refusal.ts'
import { moveRound } from './move-round.server.ts'
import { roundOf } from './plan.read.server.ts'
import type { PlannedStop } from './planned-round.ts'

type Told = { asked: number; failed: { title: string; reason: string }[] }

/**
 * A round stands: everybody on it who has no time yet is proposed one, an hour around the plan. Those who have agreed on a
 * time keep it. A proposal that cannot be made is named, and stops nothing.
 */
export async function publishRound(trx: Trx, act: Act, roundId: string, version: number) {
  const moved = await moveRound(trx, act, { id: roundId, version, to: 'published', set: { published_at: act.at } })
  if (isRefusal(moved)) return moved
  return { round: moved.round, ...(await proposeTimes(trx, act, roundId)) }
}

/** Proposes a time to whoever is on the round and has none. */
export async function proposeTimes(trx: Trx, act: Act, roundId: string): Promise<Told> {
  const round = await roundOf(trx, roundId)
  const told: Told = { asked: 0, failed: [] }
  const asked = new Set<string>()
  for (const stop of round?.stops ?? []) {
    if (stop.kind !== 'collect' && stop.kind !== 'deliver') continue
    for (const load of stop.loads) {
      if (load.pickup_state !== null || asked.has(load.claim_id) || stop.starts_at === null) continue
      const proposed = await proposePickup(trx, act, load.claim_id, timeAround(stop))
      if (isRefusal(proposed)) told.failed.push({ title: load.title, reason: proposed.refused })
      else told.asked += 1
      // One pickup serves all of a claimant's claims at one site.
      for (const other of stop.loads) asked.add(other.claim_id)
    }
  }
  return told
}

/** An hour from the quarter before the van is due: traffic moves both ways. */
function timeAround({ starts_at }: PlannedStop) {
  const early = later(starts_at ?? '', { minutes: -15 })
  const quarter = 15 * 60_000
  const starts = new Date(Math.floor(Date.parse(early) / quarter) * quarter).toISOString()
  return { starts_at: toRome(starts), minutes: 60, note: '', override_reason: '' }
}
