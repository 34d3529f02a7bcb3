import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'
import type { AreaAsk } from './area-ask.ts'
import { hubInCare } from './hub-in-care.read.server.ts'

/** Says where a hub's vehicles go. */
export async function setServiceArea(trx: Trx, act: Act, slug: string, area: AreaAsk) {
  const hub = await hubInCare(trx, act.by, slug)
  if (!hub) return refused('not-yours')
  await trx.updateTable('hubs').set(area).where('id', '=', hub.id).execute()
  return { hub_id: hub.id }
}
