import type { Trx } from '#db/database.ts'
import type { HandoverRow, MassLedgerRow } from '#db/schema/handovers.ts'
import type { Act } from '../act.ts'
import { closeClaimsOf } from '../claims/close-claims.server.ts'
import { collectClaim } from '../claims/collect-claim.server.ts'
import { claimDetails, type FoundClaim, findClaim } from '../claims/find-claim.server.ts'
import { sidesOf } from '../claims/sides.read.server.ts'
import { closeWhenGone } from '../listings/close-when-gone.server.ts'
import { notify } from '../notifications/notify.server.ts'
import { completePickup } from '../pickups/complete-pickup.server.ts'
import { isRefusal, type Refusal, refused } from '../refusal.ts'
import { countMass } from './count-mass.server.ts'
import { findHandover } from './find-handover.server.ts'
import { isOtherSide, mayAnswer, signatureOf } from './handover.ts'

/**
 * The side that did not write it down says it is so: the claim is collected, and the best weight known is posted to the
 * ledger, all in one transaction. Grade E posts nothing: it counts pieces, never kilograms. Confirming again changes nothing.
 */
export async function confirmHandover(trx: Trx, act: Act, handoverId: string) {
  const handover = await findHandover(trx, handoverId)
  const claim = handover && (await findClaim(trx, handover.claim_id))
  if (!handover || !claim) return refused('no-such-handover')
  const sides = await sidesOf(trx, act.by, claim)
  if (!isOtherSide(sides, handover)) return refused('not-yours')
  if (!mayAnswer(act.by, sides, handover)) return refused('both-sides')
  if (handover.state === 'confirmed') return { handover }

  const confirmed = await trx
    .updateTable('handovers')
    .set({ state: 'confirmed', ...signatureOf(handover, act.at), answered_by: act.by.id })
    .where('id', '=', handoverId)
    .where('state', '=', 'recorded')
    .returningAll()
    .executeTakeFirst()
  return confirmed ? settle(trx, act, confirmed, claim) : refused('already-answered')
}

type Settled = { handover: HandoverRow; entry?: MassLedgerRow } | Refusal<'claim-not-open'>

/** What follows from two confirmations, the second of which may be a silence. */
export async function settle(trx: Trx, act: Act, confirmed: HandoverRow, claim: FoundClaim): Promise<Settled> {
  const collected = await collectClaim(
    trx,
    act,
    claim.id,
    confirmed.quantity,
    confirmed.silent_side === null ? '' : 'silence',
  )
  if (isRefusal(collected)) return refused('claim-not-open')

  const entry = await countMass(trx, act, confirmed, claim.claim_hub_id)
  await completePickup(trx, act, confirmed.pickup_id)
  if (await closeWhenGone(trx, act, confirmed.listing_id)) await closeClaimsOf(trx, act, confirmed.listing_id, 'done')
  await tellBoth(trx, act, confirmed, claim, entry)
  return entry ? { handover: confirmed, entry } : { handover: confirmed }
}

async function tellBoth(
  trx: Trx,
  act: Act,
  handover: HandoverRow,
  claim: FoundClaim,
  entry: MassLedgerRow | undefined,
) {
  const weight = entry ? { typ_g: entry.typ_g, grade: entry.grade } : {}
  const details = { ...claimDetails(claim), quantity: handover.quantity, claim_id: claim.id, ...weight }
  const kind = handover.silent_side === null ? 'handover-confirmed' : 'handover-settled'
  const told = { kind, subject: 'handover', subject_id: handover.id, details } as const
  for (const member_id of [handover.giver_id, handover.taker_id]) {
    await notify(trx, act, { ...told, member_id, event_key: `handover-confirmed:${handover.id}` })
  }
}
