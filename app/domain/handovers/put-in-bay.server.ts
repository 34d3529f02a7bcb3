import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { isRefusal, refused } from '../refusal.ts'
import { stockLotInCare } from './find-stock-lot.server.ts'

/** A stock lot lies in this bay from now on, or in none that has a name (null). */
export async function putInBay(trx: Trx, act: Act, lotId: string, bayId: string | null) {
  const found = await stockLotInCare(trx, act, lotId)
  if (isRefusal(found)) return found
  if (found.lot.ended_at !== null) return refused('stock-gone')
  if (bayId !== null && !(await isBayOf(trx, bayId, found.lot.hub_id))) return refused('no-such-bay')
  await trx.updateTable('stock_lots').set({ bay_id: bayId }).where('id', '=', lotId).execute()
  return { lot: { ...found.lot, bay_id: bayId } }
}

async function isBayOf(trx: Trx, bayId: string, hubId: string) {
  const bay = trx.selectFrom('bays').select('id').where('id', '=', bayId).where('hub_id', '=', hubId)
  return (await bay.where('retired_at', 'is', null).executeTakeFirst()) !== undefined
}
