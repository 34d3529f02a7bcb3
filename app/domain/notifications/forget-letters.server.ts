import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'

/** Everything ever told to whoever acts goes, in the app, in the outbox and on their devices; so does what they chose. */
export async function forgetLetters(trx: Trx, act: Act) {
  const owned = ['push_subscriptions', 'notices', 'mails', 'notice_choices', 'notice_settings'] as const
  for (const table of owned) await trx.deleteFrom(table).where('member_id', '=', act.by.id).execute()
}
