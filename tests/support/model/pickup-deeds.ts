import { toRome } from '#app/domain/instant.ts'
import { cancelPickup } from '#app/domain/pickups/cancel-pickup.server.ts'
import { confirmPickup } from '#app/domain/pickups/confirm-pickup.server.ts'
import { proposePickup } from '#app/domain/pickups/propose-pickup.server.ts'
import type { Role } from './cast.ts'
import { type Aim, byEverybody } from './deed.ts'
import { type Claim, isKeeper, type Lot, type Model, type Pickup, plus } from './state.ts'

/** A time some hours from now, on the whole minute, for an hour. */
export const propose: Aim = (model, { hours, flag }) => {
  const starts_at = `${plus(model.at, hours).slice(0, 16)}:00.000Z`
  const ends_at = plus(starts_at, 1)
  const reason = flag ? 'Il donatore è via' : ''
  const ask = { starts_at: toRome(starts_at), minutes: 60, note: '', override_reason: reason }
  return byEverybody(model.claims.values(), (claim, by) => ({
    verb: 'propose',
    by,
    about: `${claim.id} at ${starts_at}`,
    refusal: (now) => cannotPropose(now, now.claim(claim.id), { by, starts_at, ends_at, reason }),
    run: (trx, act) => proposePickup(trx, act, claim.id, ask),
    effect: (now, { pickup }) => {
      const known = now.claim(claim.id)
      const lot = now.lotOf(known)
      callOff(now, now.openPickupOf(claim.id))
      const overridden = daysOf(lot, { starts_at, ends_at }) === undefined ? null : lot.id
      const claims = goingAlong(now, known, { starts_at, ends_at })
      const sides = { site: lot.site, donor: lot.donor, claimant: known.by, proposed_by: by }
      now.pickups.set(pickup.id, { id: pickup.id, state: 'proposed', ...sides, starts_at, ends_at, overridden, claims })
    },
  }))
}

type Times = { starts_at: string; ends_at: string }

function cannotPropose(model: Model, claim: Claim, { by, reason, ...times }: Times & { by: Role; reason: string }) {
  const lot = model.lotOf(claim)
  const keeps = isKeeper(by, lot)
  if (!keeps && !model.isClaimant(by, claim) && !model.isDonor(by, lot)) return 'stands on no side'
  if (claim.state !== 'confirmed' && claim.state !== 'scheduled') return 'nothing is promised'
  if (times.starts_at < model.at) return 'is in the past'
  const outside = daysOf(lot, times)
  return keeps && reason !== '' ? undefined : outside
}

/** Why a time will not do for a lot (invariant 9), or undefined. */
export function daysOf({ available_from, must_go_by }: Lot, { starts_at, ends_at }: Times) {
  if (starts_at < available_from) return 'is too early for the lot (invariant 9)'
  return must_go_by !== null && ends_at > must_go_by ? 'is too late for the lot (invariant 9)' : undefined
}

/** One pickup serves all of one claimant's claims at one site that its time suits. */
function goingAlong(model: Model, first: Claim, times: Times) {
  const lot = model.lotOf(first)
  const others = [...model.claims.values()].filter((claim) => {
    const there = model.lotOf(claim)
    const isSame = claim.by === first.by && there.site === lot.site && there.donor === lot.donor
    const isReady = claim.state === 'confirmed' && !model.openPickupOf(claim.id)
    return claim.id !== first.id && isSame && isReady && (there.id === lot.id || daysOf(there, times) === undefined)
  })
  return [first.id, ...others.map(({ id }) => id)]
}

export const confirmPickupAim: Aim = (model) =>
  byEverybody(model.pickups.values(), (pickup, by) => ({
    verb: 'confirm-pickup',
    by,
    about: pickup.id,
    refusal: (now) => cannotConfirm(now, now.pickup(pickup.id), by),
    run: (trx, act) => confirmPickup(trx, act, pickup.id),
    effect: (now) => {
      const agreed = now.pickup(pickup.id)
      agreed.state = 'confirmed'
      for (const id of agreed.claims) if (now.claim(id).state === 'confirmed') now.claim(id).state = 'scheduled'
    },
  }))

/** Who proposed cannot agree with themself, nor two of one side with each other. */
function cannotConfirm(model: Model, pickup: Pickup, by: Role) {
  const claim = model.claim(pickup.claims[0] ?? '')
  const lot = model.lotOf(claim)
  const sidesOf = (who: Role) => ({
    claimant: model.isClaimant(who, claim),
    donor: model.isDonor(who, lot),
    keeper: isKeeper(who, lot),
  })
  const [asked, answers] = [sidesOf(pickup.proposed_by), sidesOf(by)]
  if (pickup.state !== 'proposed') return 'is answered already'
  if (pickup.starts_at < model.at) return 'is in the past'
  if (by === pickup.proposed_by) return 'proposed it themself'
  if (asked.claimant)
    return answers.donor || (answers.keeper && !answers.claimant) ? undefined : 'is not the other side'
  if (asked.donor) return answers.claimant ? undefined : 'is not the other side'
  return answers.claimant || answers.donor ? undefined : 'is not the other side'
}

export const cancelPickupAim: Aim = (model) =>
  byEverybody(model.pickups.values(), (pickup, by) => ({
    verb: 'cancel-pickup',
    by,
    about: pickup.id,
    refusal: (now) => {
      const known = now.pickup(pickup.id)
      const claim = now.claim(known.claims[0] ?? '')
      const lot = now.lotOf(claim)
      if (known.state !== 'proposed' && known.state !== 'confirmed') return 'has ended'
      return now.isClaimant(by, claim) || now.isDonor(by, lot) || isKeeper(by, lot) ? undefined : 'stands on no side'
    },
    run: (trx, act) => cancelPickup(trx, act, pickup.id, 'other'),
    effect: (now) => callOff(now, now.pickup(pickup.id)),
  }))

/** The time is off, the claims stand. */
export function callOff(model: Model, pickup: Pickup | undefined) {
  if (!pickup) return
  pickup.state = 'cancelled'
  for (const id of pickup.claims) if (model.claim(id).state === 'scheduled') model.claim(id).state = 'confirmed'
}
