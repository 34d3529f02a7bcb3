import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'
import type { HoursAsk } from './hours-ask.ts'
import { hubInCare } from './hub-in-care.read.server.ts'

/** Says anew when a hub is open in a usual week. */
export async function setHours(trx: Trx, act: Act, slug: string, hours: HoursAsk) {
  const hub = await hubInCare(trx, act.by, slug)
  if (!hub) return refused('not-yours')
  await trx.deleteFrom('hub_hours').where('hub_id', '=', hub.id).execute()
  if (hours.length > 0)
    await trx
      .insertInto('hub_hours')
      .values(hours.map((span) => ({ ...span, hub_id: hub.id })))
      .execute()
  return { hub_id: hub.id }
}
