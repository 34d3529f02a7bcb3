import type { Trx } from '#db/database.ts'
import type { HandoverRow } from '#db/schema/handovers.ts'
import type { Act } from '../act.ts'
import { claimDetails, type FoundClaim } from '../claims/find-claim.server.ts'
import type { Holder } from '../claims/handover-proof.ts'
import { setClocks } from '../clocks/set-clock.server.ts'
import { newId } from '../id.server.ts'
import { later } from '../instant.ts'
import { notify } from '../notifications/notify.server.ts'
import { weighRecordsOf } from './find-handover.server.ts'
import { daysToObject, otherSide } from './handover.ts'
import type { HandoverAsk } from './handover-ask.ts'
import { silenceClocks } from './silence-clocks.ts'
import { standing, weighing } from './weigh-record.ts'
import { writeWeighRecord } from './write-weigh-record.server.ts'

type Proved = {
  ask: HandoverAsk
  side: Holder
  earlier: HandoverRow | undefined
  happened_at: string
  shift_ms: number
  code_given: HandoverRow['code_given']
}

/**
 * The rows of a proved handover, the word to the other side, and the clocks of their silence. Where there was an objection
 * it is written anew. Undefined when somebody was quicker.
 */
export async function writeHandoverDown(trx: Trx, act: Act, claim: FoundClaim, proved: Proved) {
  const { earlier, ask } = proved
  const handover = earlier ? await revise(trx, act, earlier, proved) : await insert(trx, act, claim, proved)
  if (!handover) return undefined
  const sending = { idempotency_key: ask.idempotency_key, handover_id: handover.id }
  await trx
    .insertInto('handover_sendings')
    .values({ ...sending, sent_by: act.by.id, arrived_at: act.at })
    .execute()
  const before = standing(await weighRecordsOf(trx, handover.id))[0]
  await writeWeighRecord(trx, act, handover, weighing(ask), before?.id ?? null)
  await setClocks(trx, act, silenceClocks(handover))
  await tellOther(trx, act, claim, handover)
  return handover
}

async function tellOther(trx: Trx, act: Act, claim: FoundClaim, handover: HandoverRow) {
  const member_id = handover[`${otherSide[handover.recorded_side]}_id`]
  const told = { member_id, kind: 'handover-recorded', subject: 'handover', subject_id: handover.id } as const
  const until = { object_by: handover.object_by ?? '' }
  const details = { ...claimDetails(claim), quantity: handover.quantity, claim_id: claim.id, ...until }
  await notify(trx, act, { ...told, event_key: `handover-recorded:${handover.id}:${handover.recorded_at}`, details })
}

async function insert(trx: Trx, act: Act, claim: FoundClaim, proved: Proved) {
  return trx
    .insertInto('handovers')
    .values({
      id: newId(),
      claim_id: claim.id,
      listing_id: claim.listing_id,
      pickup_id: (await openPickupOf(trx, claim.id)) ?? null,
      giver_id: claim.donor_id,
      taker_id: claim.claimant_id,
      ...said(act, proved),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
}

function revise(trx: Trx, act: Act, handover: HandoverRow, proved: Proved) {
  return trx
    .updateTable('handovers')
    .set({ ...said(act, proved), objection: null })
    .where('id', '=', handover.id)
    .where('state', '=', 'objected')
    .returningAll()
    .executeTakeFirst()
}

function said(act: Act, { ask, side, happened_at, shift_ms, code_given }: Proved) {
  const { quantity, condition, note, idempotency_key, proof_photo_hash = null } = ask
  const isGiver = side === 'giver'
  return {
    ...{ state: 'recorded' as const, quantity, condition, note, idempotency_key, happened_at },
    ...{ recorded_by: act.by.id, recorded_at: act.at, recorded_side: side, code_given, proof_photo_hash },
    giver_confirmed_at: isGiver ? act.at : null,
    taker_confirmed_at: isGiver ? null : act.at,
    object_by: later(act.at, { days: daysToObject }),
    details: detailsOf(ask, shift_ms),
    answered_by: null,
    silent_side: null,
  }
}

/** What the phone said, where it was without a network. */
function detailsOf({ happened_at, sent_at_phone, wrong_tries = 0 }: HandoverAsk, shift_ms: number) {
  if (happened_at === undefined && wrong_tries === 0) return ''
  return JSON.stringify({ happened_at_phone: happened_at, sent_at_phone, shift_ms, wrong_tries })
}

async function openPickupOf(trx: Trx, claimId: string) {
  const pickup = await trx
    .selectFrom('pickup_claims')
    .innerJoin('pickups', 'pickups.id', 'pickup_claims.pickup_id')
    .select('pickups.id')
    .where('pickup_claims.claim_id', '=', claimId)
    .where('pickups.state', 'in', ['confirmed', 'in_progress'])
    .executeTakeFirst()
  return pickup?.id
}
