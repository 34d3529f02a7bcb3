import type { Trx } from '#db/database.ts'
import type { ClaimState } from '#db/schema/claims.ts'
import type { Act } from '../act.ts'
import { releaseUnits } from '../listings/hold-units.server.ts'
import type { NoticeKind } from '../notifications/notice.ts'
import { notify } from '../notifications/notify.server.ts'
import { isHolding, statesBefore } from './claim.ts'
import { claimDetails, type FoundClaim } from './find-claim.server.ts'
import { moveClaim } from './move-claim.server.ts'
import { advanceWaitingList } from './waiting-list.server.ts'

export type EndWithoutGoods = Extract<
  ClaimState,
  'declined' | 'lapsed' | 'cancelled_by_claimant' | 'cancelled_by_donor' | 'no_show' | 'superseded'
>

const noticeOf = {
  declined: 'claim-declined',
  lapsed: 'claim-lapsed',
  cancelled_by_claimant: 'claim-cancelled',
  cancelled_by_donor: 'claim-cancelled',
  no_show: 'claim-no-show',
  superseded: 'claim-superseded',
} as const satisfies Record<EndWithoutGoods, NoticeKind>

/**
 * Ends an open claim without goods: held units go back to the lot and to whoever waits for them, and the claimant is
 * told exactly once (invariant 6), with what `more` says. False if somebody ended it first.
 */
export async function endClaim(
  trx: Trx,
  act: Act,
  claim: FoundClaim,
  to: EndWithoutGoods,
  reason: string,
  more: Record<string, string> = {},
) {
  const set = { end_reason: reason, qty: isHolding(claim.state) ? 0 : claim.qty, position: null }
  const ended = await moveClaim(trx, act, { id: claim.id, from: statesBefore(to), to, kind: to, details: reason, set })
  if (!ended) return false
  const freed = isHolding(claim.state) ? claim.qty : 0
  if (freed > 0 && !(await releaseUnits(trx, claim.listing_id, freed)))
    throw new Error(`claim ${claim.id} held units its lot did not`)

  const told = {
    kind: noticeOf[to],
    subject: 'claim',
    subject_id: claim.id,
    details: { ...claimDetails(claim), reason, ended: to, ...more },
  } as const
  await notify(trx, act, { ...told, member_id: claim.claimant_id, event_key: `claim-ended:${claim.id}` })
  if (to === 'cancelled_by_claimant' || to === 'lapsed') {
    await notify(trx, act, { ...told, member_id: claim.donor_id, event_key: `claim-ended:${claim.id}` })
  }
  if (freed > 0 && to !== 'superseded') await advanceWaitingList(trx, act, claim.listing_id)
  return true
}
