import type { Act } from '#app/domain/act.ts'
import { proofOfClaim } from '#app/domain/claims/handover-code.server.ts'
import { confirmHandover } from '#app/domain/handovers/confirm-handover.server.ts'
import { objectToHandover } from '#app/domain/handovers/object-to-handover.server.ts'
import { recordHandover } from '#app/domain/handovers/record-handover.server.ts'
import type { Trx } from '#db/database.ts'
import type { Role } from './cast.ts'
import { completeWhenDone } from './claim-deeds.ts'
import { type Aim, byEverybody, type Outcome } from './deed.ts'
import { closeLot } from './lot-deeds.ts'
import { type Claim, isKeeper, type Model } from './state.ts'

/** Part or all of it, with the code from the taker's phone, or with a picture, which is all a taker has. */
export const record: Aim = (model, { quantity, which, flag, minimum }) => {
  const key = `${model.cast.prefix}-form-${which}`
  return byEverybody(model.claims.values(), (claim, by) => {
    const said = flag ? claim.qty : quantity
    const isTaker = model.isClaimant(by, claim)
    const proof = minimum === 1 || (isTaker && minimum < 5) ? 'picture' : 'code'
    return {
      verb: 'record',
      by,
      about: `${said} of ${claim.id} with a ${proof}`,
      refusal: (now) => cannotRecord(now, now.claim(claim.id), { by, quantity: said, key, proof }),
      run: (trx, act) => recordWith(trx, act, claim.id, { quantity: said, idempotency_key: key, proof }),
      effect: (now, outcome) => writeDown(now, claim.id, { by, quantity: said, key, proof }, outcome),
    }
  })
}

type Proof = 'code' | 'picture'
type Said = { by: Role; quantity: number; key: string; proof: Proof }

function cannotRecord(model: Model, claim: Claim, { by, quantity, key, proof }: Said) {
  const lot = model.lotOf(claim)
  const isTaker = model.isClaimant(by, claim)
  if (!model.isDonor(by, lot) && !isKeeper(by, lot) && !isTaker) return 'neither gives nor takes nor looks after it'
  if (isTaker && model.isDonor(by, lot)) return 'would sign for both sides (invariant 16)'
  const sent = [...model.handovers.values()].find(({ keys }) => keys.includes(key))
  if (sent) return sent.claim === claim.id ? undefined : 'is the form of another handover'
  const earlier = model.handoverOf(claim.id)
  if (earlier && earlier.state !== 'objected') return 'is written down already (invariant 10)'
  if (claim.state !== 'confirmed' && claim.state !== 'scheduled') return 'is not promised'
  if (quantity < 1 || quantity > claim.qty) return 'is more than is held (invariant 5)'
  return isTaker && proof === 'code' ? 'has a code that the taker holds themself' : undefined
}

async function recordWith(
  trx: Trx,
  act: Act,
  claimId: string,
  { proof, ...said }: { quantity: number; idempotency_key: string; proof: Proof },
) {
  const kept = await proofOfClaim(trx, claimId, 'taker')
  const weighed = { condition: 'as_described', note: '', grade: 'A', typ_g: 2500, tare_g: 0 } as const
  return recordHandover(trx, act, claimId, {
    ...weighed,
    ...said,
    code: proof === 'picture' ? '' : (kept?.code ?? 'NONE'),
    proof_photo_hash: proof === 'picture' ? 'f'.repeat(32) : null,
    device: '',
    photo_hash: null,
  })
}

function writeDown(model: Model, claimId: string, { by, quantity, key }: Said, { handover }: Outcome) {
  const earlier = model.handoverOf(claimId)
  if (earlier?.keys.includes(key)) return
  const pickup = earlier ? earlier.pickup : (agreedPickup(model, claimId)?.id ?? null)
  const side = model.isClaimant(by, model.claim(claimId)) ? 'taker' : 'giver'
  const said = { claim: claimId, pickup, state: 'recorded', quantity, recorded_by: by, recorded_at: model.at } as const
  model.handovers.set(handover.id, { id: handover.id, ...said, side, keys: [...(earlier?.keys ?? []), key] })
}

function agreedPickup(model: Model, claimId: string) {
  const open = model.openPickupOf(claimId)
  return open?.state === 'proposed' ? undefined : open
}

export const confirmHandoverAim: Aim = (model) =>
  byEverybody(model.handovers.values(), (handover, by) => ({
    verb: 'confirm-handover',
    by,
    about: handover.id,
    refusal: (now) => cannotConfirm(now, handover.id, by),
    run: (trx, act) => confirmHandover(trx, act, handover.id),
    effect: (now) => collect(now, handover.id),
  }))

function cannotConfirm(model: Model, handoverId: string, by: Role) {
  const wrong = cannotAnswer(model, handoverId, by)
  const handover = model.handovers.get(handoverId)
  if (wrong || handover?.state === 'confirmed') return wrong
  if (handover?.state !== 'recorded') return 'is answered already'
  const { state } = model.claim(handover.claim)
  return state === 'confirmed' || state === 'scheduled' ? undefined : 'has ended (invariant 7)'
}

function cannotAnswer(model: Model, handoverId: string, by: Role) {
  const handover = model.handovers.get(handoverId)
  if (!handover) return 'is unknown'
  const claim = model.claim(handover.claim)
  const [gives, takes] = [model.isDonor(by, model.lotOf(claim)), model.isClaimant(by, claim)]
  if (handover.side === 'giver' ? !takes : !gives) return 'is not the other side'
  if (gives && takes) return 'stands on both sides (invariant 16)'
  return by === handover.recorded_by ? 'would sign for both sides (invariant 16)' : undefined
}

export function collect(model: Model, handoverId: string) {
  const handover = model.handovers.get(handoverId)
  if (!handover || handover.state === 'confirmed') return
  handover.state = 'confirmed'
  const claim = model.claim(handover.claim)
  const lot = model.lotOf(claim)
  lot.held -= claim.qty
  lot.collected += handover.quantity
  Object.assign(claim, { state: 'collected', done: handover.quantity })
  const pickup = handover.pickup === null ? undefined : model.pickup(handover.pickup)
  if (pickup) completeWhenDone(model, pickup)
  if (lot.collected < lot.total) return
  lot.closed_reason = 'done'
  closeLot(model, lot.id)
}

export const objectAim: Aim = (model) =>
  byEverybody(model.handovers.values(), (handover, by) => ({
    verb: 'object',
    by,
    about: handover.id,
    refusal: (now) =>
      cannotAnswer(now, handover.id, by) ??
      (now.handovers.get(handover.id)?.state === 'recorded' ? undefined : 'is answered already'),
    run: (trx, act) => objectToHandover(trx, act, handover.id, 'Mancano due tavole'),
    effect: (now) => {
      const known = now.handovers.get(handover.id)
      if (known) known.state = 'objected'
    },
  }))
