import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'

/** An admin has a letter that was given up tried again, from the first try on. It keeps its name: the same message. */
export async function carryMailAgain(trx: Trx, act: Act, mailId: string) {
  if (!act.by.is_admin) return refused('not-yours')
  const again = await trx
    .updateTable('mails')
    .set({ given_up_at: null, tries: 0, next_try_at: act.at })
    .where('id', '=', mailId)
    .where('given_up_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  return again ?? refused('not-given-up')
}

/** The same for a push. */
export async function carryPushAgain(trx: Trx, act: Act, pushId: string) {
  if (!act.by.is_admin) return refused('not-yours')
  const again = await trx
    .updateTable('pushes')
    .set({ given_up_at: null, tries: 0, next_try_at: act.at })
    .where('id', '=', pushId)
    .where('given_up_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  return again ?? refused('not-given-up')
}
