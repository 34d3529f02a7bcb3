import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { releaseUnits } from '../listings/hold-units.server.ts'
import { lockLot } from '../listings/lock-lot.server.ts'
import type { NoticeKind } from '../notifications/notice.ts'
import { notify } from '../notifications/notify.server.ts'
import { type endedWithoutGoods, isHolding, statesBefore } from './claim.ts'
import { claimDetails, type FoundClaim, findClaim } from './find-claim.server.ts'
import { liftHolds } from './lift-holds.server.ts'
import { moveClaim } from './move-claim.server.ts'
import { advanceWaitingList } from './waiting-list.server.ts'

export type EndWithoutGoods = (typeof endedWithoutGoods)[number]

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
 * told exactly once (invariant 6), with what `more` says. A rest that still waits ends with it. False if somebody ended
 * it first.
 */
export async function endClaim(
  trx: Trx,
  act: Act,
  claim: FoundClaim,
  to: EndWithoutGoods,
  reason: string,
  more: Record<string, string> = {},
) {
  await lockLot(trx, claim.listing_id)
  // What it holds is read only now: while the lot was waited for, the claim may have been promoted.
  const { state, qty } = (await findClaim(trx, claim.id)) ?? claim
  const freed = isHolding(state) ? qty : 0
  const set = { end_reason: reason, qty: 0, position: null }
  // What has lapsed is one promise or the other: an offer accepted meanwhile is not taken for an unscheduled claim.
  const from = to === 'lapsed' ? [claim.state] : statesBefore(to)
  const how = { from, to, kind: to, details: reason, set, quantity: freed || claim.qty_wanted }
  if (!(await moveClaim(trx, act, { id: claim.id, ...how }))) return false
  if (freed > 0 && !(await releaseUnits(trx, claim.listing_id, freed)))
    throw new Error(`claim ${claim.id} held units its lot did not`)
  await tellEnd(trx, act, { ...claim, qty }, { to, details: { reason, ended: to, ...more } })
  await endRest(trx, act, claim.id)
  if (freed > 0) await liftHolds(trx, act, claim)
  if (freed > 0 && to !== 'superseded') await advanceWaitingList(trx, act, claim.listing_id)
  return true
}

type End = { to: EndWithoutGoods; details: Record<string, string> }

async function tellEnd(trx: Trx, act: Act, claim: FoundClaim, { to, details }: End) {
  const told = { kind: noticeOf[to], subject: 'claim', subject_id: claim.id } as const
  const said = { ...told, event_key: `claim-ended:${claim.id}`, details: { ...claimDetails(claim), ...details } }
  await notify(trx, act, { ...said, member_id: claim.claimant_id })
  if (to === 'cancelled_by_claimant' || to === 'lapsed') await notify(trx, act, { ...said, member_id: claim.donor_id })
}

/** What still waits for the rest of a claim has no trip to join any more. A rest that holds goods stands on its own. */
async function endRest(trx: Trx, act: Act, claimId: string) {
  const rest = await trx
    .selectFrom('claims')
    .select('id')
    .where('parent_id', '=', claimId)
    .where('state', '=', 'waitlisted')
    .executeTakeFirst()
  const found = rest && (await findClaim(trx, rest.id))
  if (!found) return
  const set = { end_reason: 'parent-ended', position: null }
  const how = { from: ['waitlisted'], to: 'superseded', kind: 'superseded', details: 'parent-ended', set } as const
  if (!(await moveClaim(trx, act, { id: found.id, ...how }))) return
  const told = { kind: 'claim-rest-ended', subject: 'claim', subject_id: found.id } as const
  const event_key = `claim-ended:${found.id}`
  await notify(trx, act, { ...told, member_id: found.claimant_id, event_key, details: claimDetails(found) })
}
