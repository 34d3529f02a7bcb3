import { acceptOffer } from '#app/domain/claims/accept-offer.server.ts'
import { declineClaim } from '#app/domain/claims/decline-claim.server.ts'
import { offerUnits } from '#app/domain/claims/offer-units.server.ts'
import { placeClaim } from '#app/domain/claims/place-claim.server.ts'
import { cancelClaim } from '#app/domain/pickups/cancel-claim.server.ts'
import { type House, houseNames, type Role } from './cast.ts'
import { type Aim, byEverybody, type Deed } from './deed.ts'
import {
  type Claim,
  free,
  isHolding,
  isKeeper,
  isOpen,
  isOpenPickup,
  type Lot,
  type Model,
  type Pickup,
  partyOf,
} from './state.ts'

export const place: Aim = (model, { quantity, minimum, flag }) =>
  byEverybody(model.lots.values(), (lot, by) => {
    const house = flag ? (model.cast.houseOf(by) ?? null) : null
    return placing(model, lot.id, { by, house, wanted: quantity, min: flag ? 1 : Math.min(minimum, quantity) })
  })

/** For an organisation that is not theirs, or less than nothing at least. */
export const placeWrongly: Aim = (model, { quantity, minimum, which }) =>
  byEverybody(model.lots.values(), (lot, by) => {
    const house = houseNames[which % houseNames.length] ?? 'scuola'
    return placing(model, lot.id, { by, house, wanted: quantity, min: quantity + minimum - 2 })
  })

type Asked = { by: Role; house: House | null; wanted: number; min: number }

function placing(model: Model, lotId: string, asked: Asked): Deed {
  const organisation_id = asked.house === null ? null : model.cast.id(asked.house)
  const ask = { qty_wanted: asked.wanted, qty_min: asked.min, days: [], transport: 'car' as const, purpose: 'Prova' }
  return {
    verb: 'place',
    by: asked.by,
    about: `${lotId} ${asked.min}–${asked.wanted} for ${asked.house ?? asked.by}`,
    refusal: (now) => cannotAsk(now, now.lot(lotId), asked),
    run: (trx, act) => placeClaim(trx, act, lotId, { ...ask, organisation_id }),
    effect: (now, { claim }) => {
      now.claims.set(claim.id, { ...unanswered, ...asked, id: claim.id, lot: lotId, requested_at: now.at })
    },
  }
}

const unanswered = {
  parent: null,
  state: 'requested',
  qty: 0,
  done: 0,
  expires_at: null,
  schedule_by: null,
  position: null,
  granted_at: null,
  ranked: false,
} as const satisfies Partial<Claim>

function cannotAsk(model: Model, lot: Lot, { by, house, wanted, min }: Asked) {
  if (lot.state !== 'live') return 'the lot is not live'
  if (by === 'fabio') return 'has not shown that the address is theirs'
  if (house !== null && model.cast.houseOf(by) !== house) return 'asks for an organisation of others'
  if (model.isDonor(by, lot)) return 'asks for what they give'
  if (min < 1 || min > wanted || wanted < lot.min_claim) return 'asks for less than the least'
  if (wanted > lot.total - lot.collected) return 'asks for more than there is'
  const asked = model.claimsOn(lot.id).some((claim) => isOpen(claim.state) && partyOf(claim) === (house ?? by))
  return asked ? 'has asked already (invariant 4)' : undefined
}

export const offer: Aim = (model, { quantity }) =>
  byEverybody(model.claims.values(), (claim, by) => ({
    verb: 'offer',
    by,
    about: `${quantity} to ${claim.id}`,
    refusal: (now) => cannotOffer(now, now.claim(claim.id), by, quantity),
    run: (trx, act) => offerUnits(trx, act, claim.id, quantity),
    effect: (now) => {
      now.lot(claim.lot).held += quantity
      Object.assign(now.claim(claim.id), { state: 'offered', qty: quantity, position: null, granted_at: now.at })
    },
  }))

function cannotOffer(model: Model, claim: Claim, by: Role, quantity: number) {
  const lot = model.lotOf(claim)
  if (!model.isDonor(by, lot) && !isKeeper(by, lot)) return 'neither gives it nor looks after it'
  if (claim.state !== 'requested' && claim.state !== 'waitlisted') return 'is answered already'
  if (quantity < claim.min || quantity > claim.wanted) return 'is not what was asked (invariant 5)'
  if (lot.state !== 'live') return 'the lot is not live'
  if (lot.rule !== 'donor_picks') return 'would serve out of turn'
  return quantity > free(lot) ? 'is more than is free (invariant 1)' : undefined
}

export const accept: Aim = (model) =>
  byEverybody(model.claims.values(), (claim, by) => ({
    verb: 'accept',
    by,
    about: claim.id,
    refusal: (now) => cannotAccept(now, now.claim(claim.id), by),
    run: (trx, act) => acceptOffer(trx, act, claim.id),
    effect: (now) => {
      now.claim(claim.id).state = 'confirmed'
    },
  }))

function cannotAccept(model: Model, claim: Claim, by: Role) {
  if (!model.isClaimant(by, claim)) return 'is for somebody else'
  if (claim.state !== 'offered') return 'is not offered'
  return claim.expires_at !== null && claim.expires_at < model.at ? 'came too late (invariant 19)' : undefined
}

export const decline: Aim = (model) =>
  byEverybody(model.claims.values(), (claim, by) => ({
    verb: 'decline',
    by,
    about: claim.id,
    refusal: (now) => {
      const { state } = now.claim(claim.id)
      const lot = now.lot(claim.lot)
      if (!now.isDonor(by, lot) && !isKeeper(by, lot)) return 'neither gives it nor looks after it'
      return state === 'requested' || state === 'waitlisted' ? undefined : 'is answered already'
    },
    run: (trx, act) => declineClaim(trx, act, claim.id, 'other'),
    effect: (now) => endClaim(now, claim.id, 'declined'),
  }))

export const cancel: Aim = (model) =>
  byEverybody(model.claims.values(), (claim, by) => ({
    verb: 'cancel',
    by,
    about: claim.id,
    refusal: (now) => {
      const known = now.claim(claim.id)
      const lot = now.lotOf(known)
      if (!isOpen(known.state)) return 'has ended (invariant 7)'
      if (now.handoverOf(claim.id)?.state === 'recorded')
        return 'waits for an answer: it is objected to, not called off'
      return now.isClaimant(by, known) || now.isDonor(by, lot) || isKeeper(by, lot) ? undefined : 'stands on no side'
    },
    run: (trx, act) => cancelClaim(trx, act, claim.id, 'other'),
    effect: (now) => {
      const known = now.claim(claim.id)
      leavePickup(now, claim.id)
      endClaim(now, claim.id, now.isClaimant(by, known) ? 'cancelled_by_claimant' : 'cancelled_by_donor')
    },
  }))

/** Ends a claim without goods: what it held is free again. */
export function endClaim(model: Model, id: string, state: Claim['state']) {
  const claim = model.claim(id)
  if (isHolding(claim.state)) {
    model.lotOf(claim).held -= claim.qty
    claim.qty = 0
  }
  Object.assign(claim, { state, position: null })
  const rest = [...model.claims.values()].find((other) => other.parent === id && other.state === 'waitlisted')
  if (rest) endClaim(model, rest.id, 'superseded')
}

/** A pickup goes on without the claim, or is called off when it was the only one. */
export function leavePickup(model: Model, claimId: string) {
  const pickup = model.openPickupOf(claimId)
  if (!pickup) return
  if (pickup.claims.length === 1) pickup.state = 'cancelled'
  else {
    pickup.claims = pickup.claims.filter((id) => id !== claimId)
    completeWhenDone(model, pickup)
  }
}

/** A pickup is over when nothing of it is to be fetched any more. */
export function completeWhenDone(model: Model, pickup: Pickup) {
  const isToCome = pickup.claims.some((id) => isOpen(model.claim(id).state))
  if (!isToCome && isOpenPickup(pickup.state) && pickup.state !== 'proposed') pickup.state = 'completed'
}
