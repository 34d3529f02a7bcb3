import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'

/** The pseudonym of whoever acts stands for nobody from now on. Every entry, total and hash stays as it is. */
export async function forgetParty(trx: Trx, act: Act) {
  await trx.updateTable('ledger_parties').set({ member_id: null }).where('member_id', '=', act.by.id).execute()
}
