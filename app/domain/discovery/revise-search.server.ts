import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'
import type { SavedSearchAsk } from './saved-search.ts'

/** Another name, another rhythm, or a pause: its rhythm waits for it to go on. What comes meanwhile is not told later. */
export async function reviseSearch(trx: Trx, act: Act, searchId: string, { name, rhythm }: SavedSearchAsk) {
  const paused = rhythm === 'paused'
  const revised = await trx
    .updateTable('saved_searches')
    .set((eb) => ({
      ...(name ? { name } : {}),
      ...(paused ? { paused_at: eb.fn.coalesce('paused_at', eb.val(act.at)) } : { rhythm, paused_at: null }),
    }))
    .where('id', '=', searchId)
    .where('member_id', '=', act.by.id)
    .returningAll()
    .executeTakeFirst()
  return revised ? { search: revised } : refused('not-yours')
}
