import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'

/** What whoever leaves wrote about pickups that failed; that they failed stays. */
export async function forgetNoShowWords(trx: Trx, act: Act) {
  const { id } = act.by
  await trx.updateTable('no_shows').set({ note: '' }).where('reported_by', '=', id).execute()
  await trx.updateTable('no_shows').set({ contest_note: '' }).where('absent_id', '=', id).execute()
  await trx.updateTable('no_shows').set({ decision_note: '' }).where('decided_by', '=', id).execute()
}
