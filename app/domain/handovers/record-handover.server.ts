import type { Trx } from '#db/database.ts'
import type { HandoverRow } from '#db/schema/handovers.ts'
import type { Act } from '../act.ts'
import { type FoundClaim, findClaim } from '../claims/find-claim.server.ts'
import { isFetchedByHub } from '../claims/handover-code.ts'
import type { Holder } from '../claims/handover-proof.ts'
import { sidesOf } from '../claims/sides.read.server.ts'
import { tryHandoverCode } from '../claims/try-handover-code.server.ts'
import { isRefusal, type Refusal, refused } from '../refusal.ts'
import { earlierRecord, handoverOfClaim, handoverSentAs } from './find-handover.server.ts'
import { otherSide, recordingSide } from './handover.ts'
import type { HandoverAsk } from './handover-ask.ts'
import { momentOf } from './handover-time.ts'
import { writeHandoverDown } from './write-handover-down.server.ts'

/**
 * Either side writes down what changed hands, with the code that only the other holds, or with a picture where the other is
 * not there: base units of the lot, the condition, how much it weighs. Nothing counts yet: the other answers, or says
 * nothing for 72 hours. The same form sent twice, however late, is one handover. A wrong code is no refusal but an outcome,
 * so that the try stays counted.
 */
export async function recordHandover(trx: Trx, act: Act, claimId: string, ask: HandoverAsk) {
  const claim = await findClaim(trx, claimId)
  if (!claim) return refused('no-such-claim')
  const sides = await sidesOf(trx, act.by, claim)
  if (!sides.donor && !sides.coordinator && !sides.claimant) return refused('not-yours')
  const side = recordingSide(sides)
  if (!side || isWithinOneParty(claim)) return refused('both-sides')

  const known = await handoverSentAs(trx, ask.idempotency_key)
  if (known) return known.claim_id === claimId ? { handover: known } : refused('key-of-another')
  const earlier = await handoverOfClaim(trx, claimId)
  if (earlier && earlier.state !== 'objected') return thisOrEarlier(trx, earlier, ask.idempotency_key)
  if (claim.state !== 'confirmed' && claim.state !== 'scheduled') return refused('claim-not-open')
  if (ask.quantity > claim.qty) return refused('more-than-held')
  const moment = momentOf(ask, act.at, claim.confirmed_at)
  if (isRefusal(moment)) return moment

  const proof = await proofOf(trx, claim, side, ask)
  if (!('code_given' in proof)) return proof
  const handover = await writeHandoverDown(trx, act, claim, { ask, side, earlier, ...moment, ...proof })
  return handover ? { handover } : sentMeanwhile(trx, claimId, ask.idempotency_key)
}

function isWithinOneParty(claim: FoundClaim) {
  const isOwnOrganisation =
    claim.claim_organisation_id !== null && claim.claim_organisation_id === claim.listing_organisation_id
  return isOwnOrganisation || claim.donor_id === claim.claimant_id
}

type Proof =
  | { code_given: HandoverRow['code_given'] }
  | { wrong_code: true; tries_left: number }
  | Refusal<'no-proof' | 'no-code-there' | 'too-many-wrong-codes'>

/** The code shows that the other was there. Without one, a picture has to do: that of the goods, not of the scale. */
async function proofOf(trx: Trx, claim: FoundClaim, side: Holder, ask: HandoverAsk): Promise<Proof> {
  if (ask.code === '') return ask.proof_photo_hash ? { code_given: null } : refused('no-proof')
  const holder = otherSide[side]
  if (holder === 'giver' && !isFetchedByHub(claim)) return refused('no-code-there')
  const tried = await tryHandoverCode(trx, { claimId: claim.id, holder, onPhone: ask.wrong_tries ?? 0 }, ask.code)
  if (isRefusal(tried)) return tried
  return tried.is_right ? { code_given: tried.how } : { wrong_code: true, tries_left: tried.tries_left }
}

/**
 * The same form may have been written down since its key was looked for. Otherwise somebody was first: who, when and what,
 * so that two people with two phones can tell which of them is right.
 */
async function thisOrEarlier(trx: Trx, handover: HandoverRow, idempotencyKey: string) {
  if (handover.idempotency_key === idempotencyKey) return { handover }
  return { ...refused('already-recorded'), earlier: await earlierRecord(trx, handover) }
}

async function sentMeanwhile(trx: Trx, claimId: string, idempotencyKey: string) {
  const handover = await handoverOfClaim(trx, claimId)
  return handover ? thisOrEarlier(trx, handover, idempotencyKey) : refused('key-of-another')
}
