import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { notify } from '../notifications/notify.server.ts'
import { refused } from '../refusal.ts'
import { claimDetails, findClaim } from './find-claim.server.ts'

/** A quarter of the time to answer is left: whoever was offered something and has not answered is told once more. */
export async function remindOffer(trx: Trx, act: Act, claimId: string) {
  const claim = await findClaim(trx, claimId)
  if (claim?.state !== 'offered' || claim.offer_expires_at === null || claim.offer_expires_at <= act.at)
    return refused('already-answered')
  const told = { member_id: claim.claimant_id, kind: 'claim-reminded', subject: 'claim', subject_id: claim.id } as const
  const details = { ...claimDetails(claim), expires_at: claim.offer_expires_at }
  await notify(trx, act, { ...told, event_key: `claim-reminded:${claim.id}:${claim.offer_expires_at}`, details })
  return { claim_id: claim.id }
}
