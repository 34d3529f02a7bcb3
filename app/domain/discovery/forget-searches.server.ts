import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'

/** Forgets one saved search, with its feed and what it was told. */
export async function forgetSearch(trx: Trx, act: Act, searchId: string) {
  const forgotten = await trx
    .deleteFrom('saved_searches')
    .where('id', '=', searchId)
    .where('member_id', '=', act.by.id)
    .returning('name')
    .executeTakeFirst()
  return forgotten ?? refused('not-yours')
}

/** Forgets every question of whoever acts: what somebody looks for, and around where, is about them. */
export async function forgetSearches(trx: Trx, act: Act) {
  await trx.deleteFrom('saved_searches').where('member_id', '=', act.by.id).execute()
}
