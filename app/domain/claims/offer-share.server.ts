import type { Trx } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { Act } from '../act.ts'
import { holdUnits } from '../listings/hold-units.server.ts'
import { available, urgency } from '../listings/listing.ts'
import { shareOf } from './claim.ts'
import { moveClaim } from './move-claim.server.ts'
import { offerExpiry } from './offer-clock.ts'

/**
 * Offers a requested or waiting claim what is free of its lot, between its minimum and what it wants, or exactly
 * `quantity` base units when given. Undefined when the lot has not that much: nothing has changed then.
 */
export async function offerShare(trx: Trx, act: Act, claim: ClaimRow, quantity?: number) {
  const lot = await trx
    .selectFrom('listings')
    .select(['total', 'held', 'collected', 'written_off', 'must_go_by'])
    .where('id', '=', claim.listing_id)
    .executeTakeFirstOrThrow()
  const qty = quantity ?? shareOf(available(lot), claim)
  if (qty < claim.qty_min || qty > claim.qty_wanted) return undefined
  if (!(await holdUnits(trx, claim.listing_id, qty))) return undefined

  const offer_expires_at = offerExpiry(act.at, urgency(lot.must_go_by, act.at))
  const set = { qty, offered_at: act.at, offer_expires_at, position: null }
  return moveClaim(trx, act, { id: claim.id, from: ['requested', 'waitlisted'], to: 'offered', kind: 'offered', set })
}
