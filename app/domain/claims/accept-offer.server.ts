import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { notify } from '../notifications/notify.server.ts'
import { refused } from '../refusal.ts'
import { claimDetails, findClaim } from './find-claim.server.ts'
import { makeHandoverCode } from './handover-code.server.ts'
import { moveClaim } from './move-claim.server.ts'
import { sidesOf } from './sides.read.server.ts'

/** The claimant takes what was offered, before the offer lapses. From now on they may read the exact address. */
export async function acceptOffer(trx: Trx, act: Act, claimId: string) {
  const claim = await findClaim(trx, claimId)
  if (!claim) return refused('no-such-claim')
  if (!(await sidesOf(trx, act.by, claim)).claimant) return refused('not-yours')
  if (claim.state !== 'offered') return refused('already-answered')
  if (claim.offer_expires_at !== null && claim.offer_expires_at < act.at) return refused('offer-lapsed')

  const confirmed = await moveClaim(trx, act, {
    id: claim.id,
    from: ['offered'],
    to: 'confirmed',
    kind: 'accepted',
    set: { confirmed_at: act.at },
  })
  if (!confirmed) return refused('already-answered')
  await makeHandoverCode(trx, act, claim.id)
  const told = {
    kind: 'claim-confirmed',
    subject: 'claim',
    subject_id: claim.id,
    details: claimDetails(claim),
  } as const
  await notify(trx, act, { ...told, member_id: claim.donor_id, event_key: `claim-confirmed:${claim.id}` })
  if (claim.allocation_rule === 'first_come') {
    await notify(trx, act, { ...told, member_id: claim.claimant_id, event_key: `claim-confirmed:${claim.id}` })
  }
  return { claim: confirmed }
}
