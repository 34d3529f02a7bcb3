import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'

/** Everything ever told to whoever acts goes, in the app and in the outbox. */
export async function forgetLetters(trx: Trx, act: Act) {
  await trx.deleteFrom('notices').where('member_id', '=', act.by.id).execute()
  await trx.deleteFrom('mails').where('member_id', '=', act.by.id).execute()
}
