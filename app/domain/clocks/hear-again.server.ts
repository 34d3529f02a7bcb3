import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'

/** An admin has a clock that was given up heard again, from the first try on. */
export async function hearAgain(trx: Trx, act: Act, clockId: string) {
  if (!act.by.is_admin) return refused('not-yours')
  const again = await trx
    .updateTable('clocks')
    .set({ given_up_at: null, tries: 0, due_at: act.at })
    .where('id', '=', clockId)
    .where('given_up_at', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  return again ?? refused('not-given-up')
}
