import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import type { FoundClaim } from './find-claim.server.ts'

/**
 * What a party was given has come back, and counts in its quota no more: where it waits for other lots on that account,
 * the line moves on. By a clock, so that one transaction locks one lot.
 */
export async function liftHolds(trx: Trx, act: Act, { party_key, listing_id }: FoundClaim) {
  const waiting = await trx
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .select('claims.listing_id')
    .distinct()
    .where('claims.party_key', '=', party_key)
    .where('claims.state', '=', 'waitlisted')
    .where('claims.listing_id', '<>', listing_id)
    .where('listings.allocation_rule', '=', 'first_come')
    .where('listings.state', '=', 'live')
    .execute()
  for (const lot of waiting) await setClock(trx, act, 'open-to-all', lot.listing_id, act.at)
}
