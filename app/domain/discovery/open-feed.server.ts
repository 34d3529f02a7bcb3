import { createHash, randomBytes } from 'node:crypto'
import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'

/** Gives a saved search's feed an address, and returns its token, 32 random bytes: the one before opens nothing any more. */
export async function openFeed(trx: Trx, act: Act, searchId: string) {
  const token = randomBytes(32).toString('base64url')
  return (await setFeed(trx, act, searchId, feedKeyOf(token))) ? { token } : refused('not-yours')
}

export async function closeFeed(trx: Trx, act: Act, searchId: string) {
  return (await setFeed(trx, act, searchId, null)) ? { search_id: searchId } : refused('not-yours')
}

/** What is kept of a token: nobody who reads the database can read the feed. */
export function feedKeyOf(token: string) {
  return createHash('sha256').update(token).digest('hex')
}

async function setFeed(trx: Trx, act: Act, searchId: string, feed_key: string | null) {
  const set = await trx
    .updateTable('saved_searches')
    .set({ feed_key })
    .where('id', '=', searchId)
    .where('member_id', '=', act.by.id)
    .returning('id')
    .executeTakeFirst()
  return set !== undefined
}
