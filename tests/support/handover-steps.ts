import type { Act } from '#app/domain/act.ts'
import { makeHandoverCode, proofOfClaim } from '#app/domain/claims/handover-code.server.ts'
import type { Holder } from '#app/domain/claims/handover-proof.ts'
import { confirmHandover } from '#app/domain/handovers/confirm-handover.server.ts'
import type { HandoverAsk } from '#app/domain/handovers/handover-ask.ts'
import { recordHandover } from '#app/domain/handovers/record-handover.server.ts'
import { newId } from '#app/domain/id.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { actOf, db, given, type Neighbour, now } from './world.ts'

/** Eight of Ada's forty boards, promised to Bruno, with a code on his phone. */
export async function promisedBoards(lot: Partial<ListingRow> = {}, ask: Partial<ClaimRow> = {}) {
  const listing = await given.listing(lot)
  return { listing, claim: await promised(listing, ask) }
}

export async function promised(listing: ListingRow, ask: Partial<ClaimRow> = {}) {
  const claim = await given.claim({ listing_id: listing.id, state: 'scheduled', ...ask })
  await write(db, (trx) => makeHandoverCode(trx, actOf('ada'), claim.id))
  return claim
}

export async function codeOf(claimId: string, holder: Holder = 'taker') {
  const proof = await proofOfClaim(db, claimId, holder)
  if (!proof) throw new Error(`claim ${claimId} has no code`)
  return proof.code
}

/** What Ada types when she weighs eight boards: 23,4 kg on a scale. */
export async function weighed(claim: ClaimRow, facts: Partial<HandoverAsk> = {}): Promise<HandoverAsk> {
  const usual = {
    quantity: claim.qty,
    condition: 'as_described',
    note: '',
    grade: 'A',
    typ_g: 23_400,
    tare_g: 0,
    device: '',
    photo_hash: null,
  } as const
  const code = facts.code ?? (await codeOf(claim.id))
  return { ...usual, idempotency_key: newId(), ...facts, code }
}

export async function record(claim: ClaimRow, facts: Partial<HandoverAsk> = {}, act: Act = actOf('ada')) {
  const ask = await weighed(claim, facts)
  return write(db, (trx) => recordHandover(trx, act, claim.id, ask))
}

export async function confirm(handoverId: string, by: Neighbour | Act = 'bruno') {
  const act = typeof by === 'string' ? actOf(by) : by
  return write(db, (trx) => confirmHandover(trx, act, handoverId))
}

/** A handover through to its confirmation. */
export async function handOver(claim: ClaimRow, facts: Partial<HandoverAsk> = {}, at = now) {
  const recorded = await record(claim, facts, actOf('ada', at))
  if (!('handover' in recorded)) throw new Error(`not recorded: ${JSON.stringify(recorded)}`)
  const confirmed = await confirm(recorded.handover.id, actOf(claim.claimant_id as Neighbour, at))
  if (!('handover' in confirmed)) throw new Error(`not confirmed: ${JSON.stringify(confirmed)}`)
  return confirmed
}

export function ledger() {
  return db.selectFrom('mass_ledger').selectAll().orderBy('seq').execute()
}
