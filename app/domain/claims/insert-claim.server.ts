import type { Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { cleanDrawWord } from '../listings/draw.ts'
import type { ClaimAsk } from './claim-ask.ts'
import { recordClaimEvents } from './move-claim.server.ts'

const unanswered = {
  parent_id: null,
  state: 'requested',
  is_open: 1,
  qty: 0,
  qty_done: 0,
  position: null,
  offered_at: null,
  offer_expires_at: null,
  confirmed_at: null,
  ended_at: null,
  end_reason: null,
  place_in_rank: null,
  rank_reasons: '',
  schedule_by: null,
  is_replaced: 0,
} as const

/** Writes a request down. Undefined when its party has an open claim on the lot already, or the rest of one. */
export async function insertClaim(trx: Trx, act: Act, lot: ListingRow, ask: ClaimAsk) {
  const party_key = ask.hub_id ?? ask.organisation_id ?? act.by.id
  if (await waitsForRest(trx, lot.id, party_key)) return undefined
  const claim = await trx
    .insertInto('claims')
    .values({
      id: newId(),
      listing_id: lot.id,
      claimant_id: act.by.id,
      organisation_id: ask.organisation_id,
      hub_id: ask.hub_id ?? null,
      party_key,
      qty_wanted: ask.qty_wanted,
      qty_min: ask.qty_min,
      days: ask.days.join(','),
      transport: ask.transport,
      purpose: ask.purpose,
      requested_at: act.at,
      draw_word: cleanDrawWord(ask.draw_word ?? ''),
      ...unanswered,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (claim) await recordClaimEvents(trx, act, [{ claim, kind: 'requested', from_state: null }])
  return claim
}

async function waitsForRest(trx: Trx, listingId: string, party_key: string) {
  const rest = await trx
    .selectFrom('claims')
    .select('id')
    .where('listing_id', '=', listingId)
    .where('party_key', '=', party_key)
    .where('is_open', '=', 1)
    .where('parent_id', 'is not', null)
    .executeTakeFirst()
  return rest !== undefined
}
