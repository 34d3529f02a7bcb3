import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'
import { hubInCare } from './hub-in-care.read.server.ts'
import type { Taken } from './hub-material.ts'

/** Says anew what a hub takes and what it refuses. A material it says nothing of is a matter to ask about. */
export async function setMaterials(trx: Trx, act: Act, slug: string, said: readonly Taken[]) {
  const hub = await hubInCare(trx, act.by, slug)
  if (!hub) return refused('not-yours')
  await trx.deleteFrom('hub_materials').where('hub_id', '=', hub.id).execute()
  if (said.length > 0)
    await trx
      .insertInto('hub_materials')
      .values(said.map((each) => ({ ...each, hub_id: hub.id })))
      .execute()
  return { hub_id: hub.id }
}
