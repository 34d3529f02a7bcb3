import type { Trx } from '#db/database.ts'
import type { NoShowRow, PickupRow } from '#db/schema/pickups.ts'
import type { Act } from '../act.ts'
import { endClaim } from '../claims/end-claim.server.ts'
import { claimDetails, type FoundClaim, findClaim } from '../claims/find-claim.server.ts'
import { unscheduleClaim } from '../claims/schedule-claim.server.ts'
import { sidesOf } from '../claims/sides.read.server.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import { newId } from '../id.server.ts'
import { notify } from '../notifications/notify.server.ts'
import { refused } from '../refusal.ts'
import { claimsOf, movePickup } from './move-pickup.server.ts'
import { type Absent, contestBy, mayReport } from './no-show.ts'
import type { NoShowAsk } from './no-show-ask.ts'
import { lastPickupOf } from './pickup-to-report.read.server.ts'

/**
 * After the end of an agreed pickup, one side (or a coordinator) says that the other did not come. The pickup has failed.
 * An absent claimant loses what was held, for all the claims of that pickup; when the donor was absent the claims stand
 * and another time can be agreed. Whoever is reported has seven days to contest it.
 */
export async function reportNoShow(trx: Trx, act: Act, claimId: string, { absent, note }: NoShowAsk) {
  const claim = await findClaim(trx, claimId)
  if (!claim) return refused('no-such-claim')
  const sides = await sidesOf(trx, act.by, claim)
  if (!mayReport(sides, absent)) return refused('not-yours')
  const agreed = await lastPickupOf(trx, claimId)
  if (!agreed) return refused('no-pickup')
  if (agreed.state === 'failed') return refused('already-reported')
  if (agreed.state !== 'confirmed' && agreed.state !== 'in_progress') return refused('no-pickup')
  if (act.at < agreed.ends_at) return refused('too-soon')
  if (await somethingChangedHands(trx, agreed.id)) return refused('handed-over')

  const end_reason = `no_show_${absent}`
  const pickup = await movePickup(trx, act, {
    id: agreed.id,
    from: ['confirmed', 'in_progress'],
    to: 'failed',
    kind: 'failed',
    details: end_reason,
    set: { end_reason },
  })
  if (!pickup) return refused('already-reported')
  const noShow = await insertNoShow(trx, act, pickup, { claimId, absent, note })
  await setClock(trx, act, 'settle-no-show', noShow.id, noShow.contest_by)
  await settleClaims(trx, act, pickup, noShow)
  await tellSides(trx, act, pickup, { noShow, claim })
  return { no_show: noShow }
}

export async function somethingChangedHands(trx: Trx, pickupId: string) {
  const handover = await trx
    .selectFrom('handovers')
    .innerJoin('pickup_claims', 'pickup_claims.claim_id', 'handovers.claim_id')
    .select('handovers.id')
    .where('pickup_claims.pickup_id', '=', pickupId)
    .executeTakeFirst()
  return handover !== undefined
}

type Said = { claimId: string; absent: Absent; note: string }

function insertNoShow(trx: Trx, act: Act, pickup: PickupRow, { claimId, absent, note }: Said) {
  return trx
    .insertInto('no_shows')
    .values({
      id: newId(),
      claim_id: claimId,
      pickup_id: pickup.id,
      absent,
      absent_id: absent === 'claimant' ? pickup.claimant_id : pickup.donor_id,
      reported_by: act.by.id,
      reported_at: act.at,
      note,
      contest_by: contestBy(act.at),
      contested_at: null,
      contest_note: '',
      decided_at: null,
      decided_by: null,
      decision: null,
      decision_note: '',
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function settleClaims(trx: Trx, act: Act, pickup: PickupRow, { absent, contest_by }: NoShowRow) {
  const times = { starts_at: pickup.starts_at, expires_at: contest_by }
  for (const id of await claimsOf(trx, pickup.id)) {
    const claim = await findClaim(trx, id)
    if (claim?.state !== 'scheduled') continue
    if (absent === 'claimant') await endClaim(trx, act, claim, 'no_show', '', times)
    else await unscheduleClaim(trx, act, id, 'no-show')
  }
}

type Told = { noShow: NoShowRow; claim: FoundClaim }

// An absent claimant has already heard it of each of their claims, as they ended.
async function tellSides(trx: Trx, act: Act, pickup: PickupRow, { noShow, claim }: Told) {
  const details = { ...claimDetails(claim), starts_at: pickup.starts_at, expires_at: noShow.contest_by }
  const told = { subject: 'claim', subject_id: claim.id, details } as const
  const isDonor = noShow.absent === 'donor'
  const other = isDonor ? pickup.claimant_id : pickup.donor_id
  if (isDonor) {
    const event_key = `no-show-reported:${noShow.id}`
    await notify(trx, act, { ...told, member_id: pickup.donor_id, kind: 'no-show-reported', event_key })
  }
  if (other !== act.by.id) {
    const event_key = `no-show-recorded:${noShow.id}`
    await notify(trx, act, { ...told, member_id: other, kind: 'no-show-recorded', event_key })
  }
}
