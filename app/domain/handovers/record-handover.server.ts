import type { Trx } from '#db/database.ts'
import type { HandoverRow } from '#db/schema/handovers.ts'
import type { Act } from '../act.ts'
import { claimDetails, type FoundClaim, findClaim } from '../claims/find-claim.server.ts'
import { sidesOf } from '../claims/sides.read.server.ts'
import { tryHandoverCode } from '../claims/try-handover-code.server.ts'
import { newId } from '../id.server.ts'
import { notify } from '../notifications/notify.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import { handoverOfClaim, weighRecordsOf } from './find-handover.server.ts'
import { mayRecord } from './handover.ts'
import type { HandoverAsk } from './handover-ask.ts'
import { standing, weighing } from './weigh-record.ts'
import { writeWeighRecord } from './write-weigh-record.server.ts'

/**
 * The giver's side writes down what changed hands, with the code that only the taker knows: base units of the lot, the
 * condition, and how much it weighs. Nothing counts yet: the taker answers. The same form sent twice is one handover. A
 * wrong code is no refusal but an outcome, so that the try stays counted.
 */
export async function recordHandover(trx: Trx, act: Act, claimId: string, ask: HandoverAsk) {
  const claim = await findClaim(trx, claimId)
  if (!claim) return refused('no-such-claim')
  const sides = await sidesOf(trx, act.by, claim)
  if (!sides.donor && !sides.coordinator) return refused('not-yours')
  if (!mayRecord(sides) || isWithinOneParty(claim)) return refused('both-sides')

  const earlier = await handoverOfClaim(trx, claimId)
  if (earlier?.idempotency_key === ask.idempotency_key) return { handover: earlier }
  if (earlier && earlier.state !== 'objected') return refused('already-recorded')
  if (claim.state !== 'confirmed' && claim.state !== 'scheduled') return refused('claim-not-open')
  if (ask.quantity > claim.qty) return refused('more-than-held')

  const tried = await tryHandoverCode(trx, claimId, ask.code)
  if (isRefusal(tried)) return tried
  if (!tried.is_right) return { wrong_code: true as const, tries_left: tried.tries_left }
  return writeDown(trx, act, claim, ask, earlier)
}

function isWithinOneParty(claim: FoundClaim) {
  const isOwnOrganisation =
    claim.claim_organisation_id !== null && claim.claim_organisation_id === claim.listing_organisation_id
  return isOwnOrganisation || claim.donor_id === claim.claimant_id
}

async function writeDown(trx: Trx, act: Act, claim: FoundClaim, ask: HandoverAsk, objected: HandoverRow | undefined) {
  const handover = objected ? await revise(trx, act, objected, ask) : await insert(trx, act, claim, ask)
  if (!handover) return sentTwice(trx, claim.id, ask.idempotency_key)
  const before = standing(await weighRecordsOf(trx, handover.id))[0]
  await writeWeighRecord(trx, act, handover, weighing(ask), before?.id ?? null)
  const told = {
    member_id: claim.claimant_id,
    kind: 'handover-recorded',
    subject: 'handover',
    subject_id: handover.id,
  } as const
  const details = { ...claimDetails(claim), quantity: handover.quantity, claim_id: claim.id }
  await notify(trx, act, { ...told, event_key: `handover-recorded:${handover.id}:${handover.recorded_at}`, details })
  return { handover }
}

async function insert(trx: Trx, act: Act, claim: FoundClaim, ask: HandoverAsk) {
  return trx
    .insertInto('handovers')
    .values({
      id: newId(),
      claim_id: claim.id,
      listing_id: claim.listing_id,
      pickup_id: (await openPickupOf(trx, claim.id)) ?? null,
      giver_id: claim.donor_id,
      taker_id: claim.claimant_id,
      ...said(act, ask),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
}

function revise(trx: Trx, act: Act, handover: HandoverRow, ask: HandoverAsk) {
  return trx
    .updateTable('handovers')
    .set({ ...said(act, ask), objection: null })
    .where('id', '=', handover.id)
    .where('state', '=', 'objected')
    .returningAll()
    .executeTakeFirst()
}

function said(act: Act, { quantity, condition, note, idempotency_key }: HandoverAsk) {
  const signed = { recorded_by: act.by.id, recorded_at: act.at, happened_at: act.at, giver_confirmed_at: act.at }
  return { state: 'recorded' as const, quantity, condition, note, idempotency_key, ...signed }
}

async function sentTwice(trx: Trx, claimId: string, idempotencyKey: string) {
  const handover = await handoverOfClaim(trx, claimId)
  return handover?.idempotency_key === idempotencyKey ? { handover } : refused('already-recorded')
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
