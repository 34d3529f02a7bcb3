import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import { urgency } from '../listings/listing.ts'
import { notify } from '../notifications/notify.server.ts'
import { refused } from '../refusal.ts'
import { claimDetails, type FoundClaim, findClaim } from './find-claim.server.ts'
import { makeHandoverCode } from './handover-code.server.ts'
import { moveClaim } from './move-claim.server.ts'
import { scheduleBy } from './offer-clock.ts'
import { sidesOf } from './sides.read.server.ts'

/** The claimant takes what was offered, before the offer lapses. From now on they may read the exact address. */
export async function acceptOffer(trx: Trx, act: Act, claimId: string) {
  const claim = await findClaim(trx, claimId)
  if (!claim) return refused('no-such-claim')
  if (!(await sidesOf(trx, act.by, claim)).claimant) return refused('not-yours')
  if (claim.state === 'lapsed' && claim.confirmed_at === null) return refused('offer-lapsed')
  if (claim.state !== 'offered') return refused('already-answered')
  if (claim.offer_expires_at !== null && claim.offer_expires_at < act.at) return refused('offer-lapsed')
  const confirmed = await confirmClaim(trx, act, claim)
  if (!confirmed) return refused('already-answered')
  await tellConfirmed(trx, act, claim, claim.donor_id)
  return { claim: confirmed }
}

/** An offer becomes a promise, with a code for the handover and a time by which a pickup must be agreed. */
export async function confirmClaim(trx: Trx, act: Act, claim: Pick<FoundClaim, 'id' | 'must_go_by'>) {
  const schedule_by = scheduleBy(act.at, urgency(claim.must_go_by, act.at))
  const confirmed = await moveClaim(trx, act, {
    id: claim.id,
    from: ['offered'],
    to: 'confirmed',
    kind: 'accepted',
    set: { confirmed_at: act.at, schedule_by },
  })
  if (!confirmed) return undefined
  await setClock(trx, act, 'lapse-unscheduled', claim.id, schedule_by)
  await makeHandoverCode(trx, act, claim.id)
  return confirmed
}

type Confirmed = Parameters<typeof claimDetails>[0] & Pick<FoundClaim, 'id'>

export async function tellConfirmed(trx: Trx, act: Act, claim: Confirmed, member_id: string) {
  const told = { kind: 'claim-confirmed', subject: 'claim', subject_id: claim.id } as const
  const event_key = `claim-confirmed:${claim.id}`
  await notify(trx, act, { ...told, member_id, event_key, details: claimDetails(claim) })
}
