import { createHash, timingSafeEqual } from 'node:crypto'
import type { Trx } from '#db/database.ts'
import { refused } from '../refusal.ts'
import { normalisedCode } from './handover-code.ts'

export const mostWrongTries = 10

/**
 * Compares what was typed with the claim's code. Every try is counted before it is compared and given back when right, so
 * that guesses sent all at once get no more than the limit. After ten wrong ones the claimant must make a new code.
 */
export async function tryHandoverCode(trx: Trx, claimId: string, typed: string) {
  const tried = await trx
    .updateTable('handover_codes')
    .set((eb) => ({ wrong_tries: eb('wrong_tries', '+', 1) }))
    .where('claim_id', '=', claimId)
    .where('wrong_tries', '<', mostWrongTries)
    .returning(['code', 'wrong_tries'])
    .executeTakeFirst()
  if (!tried) return refused('too-many-wrong-codes')
  const isRight = sameText(normalisedCode(typed), tried.code)
  if (isRight) {
    await trx
      .updateTable('handover_codes')
      .set({ wrong_tries: tried.wrong_tries - 1 })
      .where('claim_id', '=', claimId)
      .execute()
  }
  return { is_right: isRight, tries_left: mostWrongTries - tried.wrong_tries }
}

// Hashed first, so that neither where two codes part nor how long they are shows in the time it takes.
function sameText(one: string, other: string) {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
