import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { later } from '../instant.ts'
import { refused } from '../refusal.ts'
import { claimsOf } from './move-pickup.server.ts'
import { tellOthers } from './tell-others.server.ts'

/** Reminds both sides of a pickup that still stands. One moved or called off is another's business: nothing is said. */
export async function remindOfPickup(trx: Trx, act: Act, pickupId: string) {
  const pickup = await trx
    .selectFrom('pickups')
    .selectAll()
    .where('id', '=', pickupId)
    .where('state', '=', 'confirmed')
    .where('starts_at', '>', act.at)
    .executeTakeFirst()
  if (!pickup) return refused('not-to-come')
  const moment = pickup.starts_at <= later(act.at, { hours: 2 }) ? 'soon' : 'eve'
  await tellOthers(trx, act, pickup, { kind: 'pickup-reminder', claims: await claimsOf(trx, pickupId), moment })
  return { pickup_id: pickupId, moment }
}
