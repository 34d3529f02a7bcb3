import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { notify } from '../notifications/notify.server.ts'
import { refused } from '../refusal.ts'
import { claimDetails, findClaim } from './find-claim.server.ts'
import { offerShare } from './offer-share.server.ts'
import { sidesOf } from './sides.read.server.ts'

/** The donor says yes to a claim, for `quantity` base units between its minimum and what it wants. They are held from now on. */
export async function offerUnits(trx: Trx, act: Act, claimId: string, quantity: number) {
  const claim = await findClaim(trx, claimId)
  if (!claim) return refused('no-such-claim')
  const sides = await sidesOf(trx, act.by, claim)
  if (!sides.donor && !sides.coordinator) return refused('not-yours')
  if (claim.state !== 'requested' && claim.state !== 'waitlisted') return refused('already-answered')
  if (quantity < claim.qty_min || quantity > claim.qty_wanted) return refused('quantity-outside-ask')

  const offered = await offerShare(trx, act, claim, quantity)
  if (!offered) return refused('not-enough-left')
  const details = { ...claimDetails({ ...claim, qty: offered.qty }), expires_at: offered.offer_expires_at ?? '' }
  const told = { member_id: claim.claimant_id, kind: 'claim-offered', subject: 'claim', subject_id: claim.id } as const
  await notify(trx, act, { ...told, event_key: `claim-offered:${claim.id}:${act.at}`, details })
  return { claim: offered }
}
