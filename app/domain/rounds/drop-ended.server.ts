import type { Trx } from '#db/database.ts'
import { endedWithoutGoods } from '../claims/claim.ts'
import { settleHubStops } from './settle-hub-stops.server.ts'
import { freeLoads } from './settle-stop.server.ts'

/**
 * What has ended without goods is fetched and brought by no van: what was still to do of it leaves these rounds before
 * anything else happens to them. What is aboard comes back to the hub.
 */
export async function dropEnded(trx: Trx, roundIds: readonly string[], at: string) {
  if (roundIds.length === 0) return
  const loads = await trx
    .selectFrom('round_loads')
    .innerJoin('round_stops', 'round_stops.id', 'round_loads.stop_id')
    .innerJoin('rounds', 'rounds.id', 'round_stops.round_id')
    .innerJoin('hubs', 'hubs.id', 'rounds.hub_id')
    .innerJoin('claims', 'claims.id', 'round_loads.claim_id')
    .select(['round_loads.id', 'round_loads.stop_id', 'rounds.id as round_id', 'hubs.place_id'])
    .where('rounds.id', 'in', [...roundIds])
    .where('round_loads.state', '=', 'planned')
    .where('claims.state', 'in', [...endedWithoutGoods])
    .execute()
  await freeLoads(trx, loads, at)
  for (const [id, place_id] of new Map(loads.map((load) => [load.round_id, load.place_id])))
    await settleHubStops(trx, id, place_id)
}
