import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'

/** What whoever acts has written and shown goes from every thread; that they wrote, and the quick phrases, stay. */
export async function forgetMessages(trx: Trx, act: Act) {
  const theirs = trx.selectFrom('messages').select('id').where('from_id', '=', act.by.id)
  await trx.deleteFrom('message_photos').where('message_id', 'in', theirs).execute()
  await trx.updateTable('messages').set({ text: '' }).where('from_id', '=', act.by.id).execute()
  await trx.deleteFrom('message_reads').where('member_id', '=', act.by.id).execute()
}
