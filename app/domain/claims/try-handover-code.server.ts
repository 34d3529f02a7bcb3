import { createHash, timingSafeEqual } from 'node:crypto'
import type { Trx } from '#db/database.ts'
import { refused } from '../refusal.ts'
import { proofIn } from './handover-code.server.ts'
import { mostWrongTries } from './handover-code.ts'
import { type Holder, readGiven } from './handover-proof.ts'

const counters = { taker: 'wrong_tries', giver: 'giver_wrong_tries' } as const

/**
 * Compares what was typed or scanned with the code of one side of a claim. Every try is counted before it is compared and
 * given back when right, so that guesses sent all at once get no more than the limit. After ten wrong ones its holder must
 * make a new code. `onPhone` are wrong ones that a phone counted while it had no network: they count after this one.
 */
export async function tryHandoverCode(
  trx: Trx,
  { claimId, holder, onPhone = 0 }: { claimId: string; holder: Holder; onPhone?: number },
  typed: string,
) {
  const counter = counters[holder]
  const tried = await trx
    .updateTable('handover_codes')
    .set((eb) => ({ [counter]: eb(counter, '+', 1 + onPhone) }))
    .where('claim_id', '=', claimId)
    .where(counter, '<', mostWrongTries)
    .returningAll()
    .executeTakeFirst()
  if (!tried) return refused('too-many-wrong-codes')
  const given = readGiven(typed)
  const proof = await proofIn(tried, holder)
  const isRight =
    given.how === 'typed'
      ? isSameText(given.code, proof.code)
      : given.claim_id === claimId && isSameText(given.tag, proof.tag)
  if (isRight) {
    await trx
      .updateTable('handover_codes')
      .set({ [counter]: tried[counter] - 1 })
      .where('claim_id', '=', claimId)
      .execute()
  }
  return { is_right: isRight, how: given.how, tries_left: Math.max(0, mostWrongTries - tried[counter]) }
}

// Hashed first, so that neither where two codes part nor how long they are shows in the time it takes.
function isSameText(one: string, other: string) {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
