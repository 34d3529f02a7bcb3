import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { timeCollection } from '../pickups/time-collection.server.ts'
import type { PlannedStop } from './planned-round.ts'

/** These stops leave their round: the companies among them are left with the hours of their plan, and hear of it. */
export async function untimeCollections(trx: Trx, act: Act, stops: readonly Pick<PlannedStop, 'loads'>[]) {
  const loads = stops.flatMap((stop) => stop.loads).filter(({ collection_id }) => collection_id !== null)
  for (const { listing_id } of loads) await timeCollection(trx, act, listing_id, undefined)
}
