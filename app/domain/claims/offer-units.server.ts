import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { lockLot } from '../listings/lock-lot.server.ts'
import { refused } from '../refusal.ts'
import { findClaim } from './find-claim.server.ts'
import { announceOffer, offerShare } from './offer-share.server.ts'
import { sidesOf } from './sides.read.server.ts'

/**
 * Where the donor picks, the donor says yes to a claim, for `quantity` base units between its minimum and what it wants.
 * They are held from now on. Under another rule nobody is served out of turn.
 */
export async function offerUnits(trx: Trx, act: Act, claimId: string, quantity: number) {
  const claim = await findClaim(trx, claimId)
  if (!claim) return refused('no-such-claim')
  const sides = await sidesOf(trx, act.by, claim)
  if (!sides.donor && !sides.coordinator) return refused('not-yours')
  const lot = await lockLot(trx, claim.listing_id)
  const asked = await trx.selectFrom('claims').selectAll().where('id', '=', claimId).executeTakeFirst()
  if (asked?.state !== 'requested' && asked?.state !== 'waitlisted') return refused('already-answered')
  if (lot?.state === 'paused') return refused('listing-paused')
  if (lot?.state !== 'live') return refused('listing-closed')
  if (lot.allocation_rule !== 'donor_picks') return refused('rule-decides')
  if (quantity < claim.qty_min || quantity > claim.qty_wanted) return refused('quantity-outside-ask')

  const offered = await offerShare(trx, act, lot, asked, quantity)
  if (!offered) return refused('not-enough-left')
  await announceOffer(trx, act, lot, offered)
  return { claim: offered }
}
