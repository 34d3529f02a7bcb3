import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import type { ProfileAsk } from './profile-ask.ts'

/** Name, a few words, language: the member's own. */
export async function reviseProfile(trx: Trx, act: Act, ask: ProfileAsk) {
  await trx.updateTable('members').set(ask).where('id', '=', act.by.id).execute()
}
