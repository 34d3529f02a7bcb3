import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { refused } from '../refusal.ts'
import { hubInCare } from './hub-in-care.read.server.ts'
import type { BayAsk } from './vehicle-ask.ts'

/** Names a bay of a hub. A code that was retired is in use again; one in use gets other words. */
export async function keepBay(trx: Trx, act: Act, slug: string, { code, about }: BayAsk) {
  const hub = await hubInCare(trx, act.by, slug)
  if (!hub) return refused('not-yours')
  return trx
    .insertInto('bays')
    .values({ id: newId(), hub_id: hub.id, code, about, retired_at: null })
    .onConflict((conflict) => conflict.columns(['hub_id', 'code']).doUpdateSet({ about, retired_at: null }))
    .returning(['id', 'code'])
    .executeTakeFirstOrThrow()
}

/** Takes a bay out of use. What lay in it keeps its code. */
export async function retireBay(trx: Trx, act: Act, slug: string, id: string) {
  const hub = await hubInCare(trx, act.by, slug)
  if (!hub) return refused('not-yours')
  const retired = await trx
    .updateTable('bays')
    .set({ retired_at: act.at })
    .where('id', '=', id)
    .where('hub_id', '=', hub.id)
    .where('retired_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return retired ?? refused('no-such-bay')
}
