import { randomBytes } from 'node:crypto'
import type { Trx } from '#db/database.ts'
import { usualRhythm } from './rhythm.ts'

/** Gives a member the usual rhythm and a key of their own for leaving, if they have none yet. */
export async function settleReader(trx: Trx, memberId: string) {
  await trx
    .insertInto('notice_settings')
    .values({ member_id: memberId, ...usualRhythm, unsubscribe_key: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.column('member_id').doNothing())
    .execute()
}
