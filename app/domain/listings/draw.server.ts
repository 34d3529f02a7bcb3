import { createHash, randomBytes } from 'node:crypto'
import type { Db, Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { later } from '../instant.ts'
import { type DrawWord, publicData, ticketText } from './draw.ts'

/**
 * Commits to a secret before anybody has asked: only its hash is public until the window closes. Returns when that is: a
 * minute later where an earlier window of the lot was to close at the same time, whose secret is no longer one.
 */
export async function commitDraw(trx: Trx, act: Act, listingId: string, closes_at: string): Promise<string> {
  const seed = randomBytes(32).toString('hex')
  const facts = { closes_at, commitment: sha256(seed), seed, committed_at: act.at }
  const committed = await trx
    .insertInto('draws')
    .values({ id: newId(), listing_id: listingId, ...facts, public_data: null, revealed_at: null })
    .onConflict((conflict) => conflict.columns(['listing_id', 'closes_at']).doNothing())
    .returning('closes_at')
    .executeTakeFirst()
  return committed?.closes_at ?? commitDraw(trx, act, listingId, later(closes_at, { minutes: 1 }))
}

type Window = Pick<ListingRow, 'id' | 'window_closes_at'>

/**
 * Reveals the draw of a lot's window, once: its seed with the words of those who asked and the head of the ledger, which
 * nobody knew when the seed was committed. Tickets by claim; undefined when there is no draw left to reveal.
 */
export async function revealDraw(trx: Trx, act: Act, lot: Window, words: readonly DrawWord[]) {
  const ledger = await trx.selectFrom('ledger_head').select('hash').where('id', '=', 1).executeTakeFirstOrThrow()
  const public_data = publicData(ledger.hash, words)
  const draw = await trx
    .updateTable('draws')
    .set({ public_data, revealed_at: act.at })
    .where('listing_id', '=', lot.id)
    .where('closes_at', '=', lot.window_closes_at)
    .where('revealed_at', 'is', null)
    .returning(['id', 'seed'])
    .executeTakeFirst()
  if (!draw) return undefined
  const ticketOf = (claimId: string) => sha256(ticketText(draw.seed, public_data, claimId))
  return { draw_id: draw.id, tickets: new Map(words.map(({ claim_id }) => [claim_id, ticketOf(claim_id)])) }
}

/** True while the draw of a lot's window is still to be revealed. */
export async function isDrawSecret(db: Db, lot: Window) {
  const draw = await db
    .selectFrom('draws')
    .select('id')
    .where('listing_id', '=', lot.id)
    .where('closes_at', '=', lot.window_closes_at)
    .where('revealed_at', 'is', null)
    .executeTakeFirst()
  return draw !== undefined
}

function sha256(text: string) {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
