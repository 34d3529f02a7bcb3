import type { Act } from '#app/domain/act.ts'
import { confirmHandover } from '#app/domain/handovers/confirm-handover.server.ts'
import { objectToHandover } from '#app/domain/handovers/object-to-handover.server.ts'
import { recordHandover } from '#app/domain/handovers/record-handover.server.ts'
import type { Trx } from '#db/database.ts'
import type { Role } from './cast.ts'
import { completeWhenDone } from './claim-deeds.ts'
import { type Aim, byEverybody, type Outcome } from './deed.ts'
import { closeLot } from './lot-deeds.ts'
import { type Claim, isKeeper, type Model } from './state.ts'

/** Part or all of it, with the code from the taker's phone. */
export const record: Aim = (model, { quantity, which, flag }) => {
  const key = `${model.cast.prefix}-form-${which}`
  return byEverybody(model.claims.values(), (claim, by) => {
    const said = flag ? claim.qty : quantity
    return {
      verb: 'record',
      by,
      about: `${said} of ${claim.id}`,
      refusal: (now) => cannotRecord(now, now.claim(claim.id), { by, quantity: said, key }),
      run: (trx, act) => recordWithCode(trx, act, claim.id, { quantity: said, idempotency_key: key }),
      effect: (now, outcome) => writeDown(now, claim.id, { by, quantity: said, key }, outcome),
    }
  })
}

type Said = { by: Role; quantity: number; key: string }

function cannotRecord(model: Model, claim: Claim, { by, quantity, key }: Said) {
  const lot = model.lotOf(claim)
  if (!model.isDonor(by, lot) && !isKeeper(by, lot)) return 'neither gives it nor looks after it'
  if (model.isClaimant(by, claim)) return 'would sign for both sides (invariant 16)'
  const earlier = model.handoverOf(claim.id)
  if (earlier?.key === key) return undefined
  if (earlier && earlier.state !== 'objected') return 'is written down already (invariant 10)'
  if (claim.state !== 'confirmed' && claim.state !== 'scheduled') return 'is not promised'
  return quantity < 1 || quantity > claim.qty ? 'is more than is held (invariant 5)' : undefined
}

async function recordWithCode(
  trx: Trx,
  act: Act,
  claimId: string,
  said: { quantity: number; idempotency_key: string },
) {
  const kept = await trx.selectFrom('handover_codes').select('code').where('claim_id', '=', claimId).executeTakeFirst()
  const weighed = { condition: 'as_described', note: '', grade: 'A', typ_g: 2500, tare_g: 0 } as const
  return recordHandover(trx, act, claimId, {
    ...weighed,
    ...said,
    code: kept?.code ?? 'NONE',
    device: '',
    photo_hash: null,
  })
}

function writeDown(model: Model, claimId: string, { by, quantity, key }: Said, { handover }: Outcome) {
  const earlier = model.handoverOf(claimId)
  if (earlier?.key === key) return
  const pickup = earlier ? earlier.pickup : (agreedPickup(model, claimId)?.id ?? null)
  const said = { claim: claimId, pickup, state: 'recorded', quantity, recorded_by: by, key } as const
  model.handovers.set(handover.id, { id: handover.id, ...said })
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
  if (!model.isClaimant(by, claim)) return 'is not who takes'
  return by === handover.recorded_by ? 'would sign for both sides (invariant 16)' : undefined
}

function collect(model: Model, handoverId: string) {
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
