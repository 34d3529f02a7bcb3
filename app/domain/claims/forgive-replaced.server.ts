import type { Trx } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { Act } from '../act.ts'

/**
 * Somebody has just been given units of a lot. Whoever called off earlier is forgiven once others have been given as many
 * units since as they gave back, and their pickup would still have been to come (invariant 20).
 */
export async function forgiveReplaced(trx: Trx, act: Act, offered: ClaimRow) {
  const calledOff = await trx
    .selectFrom('claims')
    .innerJoin('claim_events', 'claim_events.claim_id', 'claims.id')
    .select(['claims.id', 'claims.party_key', 'claims.ended_at', 'claim_events.quantity'])
    .where('claims.listing_id', '=', offered.listing_id)
    .where('claims.state', '=', 'cancelled_by_claimant')
    .where('claims.is_replaced', '=', 0)
    .where('claims.confirmed_at', 'is not', null)
    .where('claims.party_key', '<>', offered.party_key)
    .where('claim_events.kind', '=', 'cancelled_by_claimant')
    .execute()
  for (const { id, party_key, ended_at, quantity } of calledOff) {
    const since = await givenSince(trx, offered.listing_id, { party_key, at: ended_at ?? act.at })
    if (since < quantity || (await pickupHasPassed(trx, id, act.at))) continue
    await trx.updateTable('claims').set({ is_replaced: 1 }).where('id', '=', id).execute()
  }
}

async function givenSince(trx: Trx, listingId: string, { party_key, at }: { party_key: string; at: string }) {
  const given = await trx
    .selectFrom('claims')
    .select((eb) => eb.fn.sum<number | null>('qty').as('units'))
    .where('listing_id', '=', listingId)
    .where('party_key', '<>', party_key)
    .where('state', 'in', ['offered', 'confirmed', 'scheduled', 'collected'])
    .where('offered_at', '>=', at)
    .executeTakeFirst()
  return given?.units ?? 0
}

async function pickupHasPassed(trx: Trx, claimId: string, at: string) {
  const agreed = await trx
    .selectFrom('claim_events')
    .select('details')
    .where('claim_id', '=', claimId)
    .where('kind', '=', 'scheduled')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return agreed !== undefined && agreed.details <= at
}
