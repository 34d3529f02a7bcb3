import type { Trx } from '#db/database.ts'
import { settleHubStops } from './settle-hub-stops.server.ts'
import { freeLoads } from './settle-stop.server.ts'

/**
 * A claim that has ended is fetched and brought by no van: what was still to do of it leaves its rounds. What is aboard comes
 * back to the hub. Whoever has the plan of before before them is told that it changed.
 */
export async function leaveRounds(trx: Trx, claimId: string, at: string) {
  const loads = await trx
    .selectFrom('round_loads')
    .innerJoin('round_stops', 'round_stops.id', 'round_loads.stop_id')
    .innerJoin('rounds', 'rounds.id', 'round_stops.round_id')
    .innerJoin('hubs', 'hubs.id', 'rounds.hub_id')
    .select(['round_loads.id', 'round_loads.stop_id', 'rounds.id as round_id', 'hubs.place_id'])
    .where('round_loads.claim_id', '=', claimId)
    .where('round_loads.state', '=', 'planned')
    .execute()
  await freeLoads(trx, loads, at)
  for (const [round_id, place_id] of new Map(loads.map((load) => [load.round_id, load.place_id]))) {
    await trx
      .updateTable('rounds')
      .set((eb) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', round_id)
      .execute()
    await settleHubStops(trx, round_id, place_id)
  }
}
