import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'

/** Seven days have gone by and nobody contested it: it stands. Undefined, and nothing written, when that is not so. */
export function settleNoShow(trx: Trx, act: Act, noShowId: string) {
  return trx
    .updateTable('no_shows')
    .set({ decision: 'stands', decided_at: act.at })
    .where('id', '=', noShowId)
    .where('contested_at', 'is', null)
    .where('decision', 'is', null)
    .where('contest_by', '<=', act.at)
    .returningAll()
    .executeTakeFirst()
}
