import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { refused } from '../refusal.ts'
import { hubInCare } from './hub-in-care.read.server.ts'
import type { VehicleAsk } from './vehicle-ask.ts'

/** Gives a hub another vehicle. */
export async function addVehicle(trx: Trx, act: Act, slug: string, ask: VehicleAsk) {
  const hub = await hubInCare(trx, act.by, slug)
  if (!hub) return refused('not-yours')
  const id = newId()
  await trx
    .insertInto('vehicles')
    .values({ id, hub_id: hub.id, ...ask, retired_at: null })
    .execute()
  return { id }
}

/** Says anew what a vehicle in use can carry and when. */
export async function reviseVehicle(trx: Trx, act: Act, slug: string, change: { id: string; ask: VehicleAsk }) {
  const hub = await hubInCare(trx, act.by, slug)
  if (!hub) return refused('not-yours')
  const revised = await trx
    .updateTable('vehicles')
    .set(change.ask)
    .where('id', '=', change.id)
    .where('hub_id', '=', hub.id)
    .where('retired_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return revised ?? refused('no-such-vehicle')
}

/** Takes a vehicle out of use. Its past rounds keep it; one that is still to go, or under way, keeps it in use. */
export async function retireVehicle(trx: Trx, act: Act, slug: string, id: string) {
  const hub = await hubInCare(trx, act.by, slug)
  if (!hub) return refused('not-yours')
  const rounds = trx.selectFrom('rounds').select('id').where('vehicle_id', '=', id).where('hub_id', '=', hub.id)
  if (await rounds.where('ended_at', 'is', null).executeTakeFirst()) return refused('has-rounds')
  const retired = await trx
    .updateTable('vehicles')
    .set({ retired_at: act.at })
    .where('id', '=', id)
    .where('hub_id', '=', hub.id)
    .where('retired_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return retired ?? refused('no-such-vehicle')
}
