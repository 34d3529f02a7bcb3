import type { Trx } from '#db/database.ts'
import type { MailRow } from '#db/schema/notifications.ts'
import { later } from '../instant.ts'
import { lease, minutesToNextTry, mostTries } from './letter.ts'

/** Takes a due letter for one carrier. Undefined when another was quicker: two carriers never hold the same one. */
export async function takeMail(
  trx: Trx,
  mail: Pick<MailRow, 'id' | 'next_try_at'>,
  at: string,
): Promise<MailRow | undefined> {
  return trx
    .updateTable('mails')
    .set((eb) => ({ tries: eb('tries', '+', 1), next_try_at: later(at, lease) }))
    .where('id', '=', mail.id)
    .where('next_try_at', '=', mail.next_try_at)
    .where('carried_at', 'is', null)
    .where('given_up_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

export async function mailCarried(trx: Trx, mail: Pick<MailRow, 'id'>, at: string) {
  await trx.updateTable('mails').set({ carried_at: at, last_problem: null }).where('id', '=', mail.id).execute()
}

/** Tries again later, each time three times as late, or gives up. */
export async function mailFailed(trx: Trx, mail: Pick<MailRow, 'id' | 'tries'>, problem: string, at: string) {
  const isLast = mail.tries >= mostTries
  await trx
    .updateTable('mails')
    .set({
      last_problem: problem,
      given_up_at: isLast ? at : null,
      next_try_at: later(at, { minutes: minutesToNextTry(mail.tries) }),
    })
    .where('id', '=', mail.id)
    .execute()
}
