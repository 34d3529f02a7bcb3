import type { Trx } from '#db/database.ts'
import type { MailRow } from '#db/schema/notifications.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'

type Mail = Pick<MailRow, 'member_id' | 'address' | 'locale' | 'kind' | 'details' | 'attachment'> &
  Partial<Pick<MailRow, 'id' | 'topic' | 'notice_id' | 'next_try_at'>>

/** Puts a mail in the outbox, in the transaction of the change it tells of. */
export async function writeMail(trx: Trx, act: Act, mail: Mail) {
  const waiting = {
    id: newId(),
    topic: 'account',
    notice_id: null,
    written_at: act.at,
    next_try_at: act.at,
    tries: 0,
    carried_at: null,
    given_up_at: null,
    last_problem: null,
  }
  await trx
    .insertInto('mails')
    .values({ ...waiting, ...mail })
    .execute()
}
