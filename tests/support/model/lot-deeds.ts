import { pauseListing, resumeListing } from '#app/domain/listings/pause-listing.server.ts'
import { renewListing } from '#app/domain/listings/renew-listing.server.ts'
import { reviseListing } from '#app/domain/listings/revise-listing.server.ts'
import { endListing } from '#app/domain/pickups/end-listing.server.ts'
import type { Role } from './cast.ts'
import { endClaim, leavePickup } from './claim-deeds.ts'
import { type Aim, byEverybody, type Deed } from './deed.ts'
import { daysOf } from './pickup-deeds.ts'
import { isKeeper, isOpen, type Lot, type Model, plus } from './state.ts'

/** More of it, or less. */
export const resize: Aim = (model, { quantity, flag }) =>
  byEverybody(model.lots.values(), (lot, by) => {
    const total = flag ? lot.total + quantity : Math.max(1, lot.total - quantity)
    return {
      verb: flag ? 'raise' : 'lower',
      by,
      about: `${lot.id} to ${total}`,
      refusal: (now) => {
        const { held, collected } = now.lot(lot.id)
        return cannotTouch(now, lot.id, by) ?? (total < held + collected ? 'is less than is promised' : undefined)
      },
      run: (trx, act) => reviseListing(trx, act, lot.id, { total }),
      effect: (now) => {
        now.lot(lot.id).total = total
      },
    }
  })

function cannotTouch(model: Model, lotId: string, by: Role) {
  const lot = model.lot(lotId)
  if (!model.isDonor(by, lot)) return 'does not give it'
  return lot.state === 'closed' ? 'is closed (invariant 7)' : undefined
}

export const pause: Aim = (model) =>
  byEverybody(model.lots.values(), (lot, by) => turning(lot, by, 'pause', pauseListing))
export const resume: Aim = (model) =>
  byEverybody(model.lots.values(), (lot, by) => turning(lot, by, 'resume', resumeListing))

function turning(
  lot: Lot,
  by: Role,
  verb: 'pause' | 'resume',
  command: typeof pauseListing | typeof resumeListing,
): Deed {
  const [from, to] = verb === 'pause' ? (['live', 'paused'] as const) : (['paused', 'live'] as const)
  return {
    verb,
    by,
    about: lot.id,
    refusal: (now) => cannotTouch(now, lot.id, by) ?? (now.lot(lot.id).state === from ? undefined : `is not ${from}`),
    run: (trx, act) => command(trx, act, lot.id),
    effect: (now) => {
      now.lot(lot.id).state = to
    },
  }
}

/** Withdrawn by whoever gives it, or removed by whoever looks after it. */
export const close: Aim = (model, { flag }) =>
  byEverybody(model.lots.values(), (lot, by) => ({
    verb: flag ? 'withdraw' : 'remove',
    by,
    about: lot.id,
    refusal: (now) => {
      const known = now.lot(lot.id)
      if (known.state === 'closed') return 'is closed (invariant 7)'
      return (flag ? now.isDonor(by, known) : isKeeper(by, known)) ? undefined : 'is not theirs to close'
    },
    run: (trx, act) => endListing(trx, act, lot.id, flag ? 'withdrawn' : 'removed'),
    effect: (now) => {
      now.lot(lot.id).closed_reason = flag ? 'withdrawn' : 'removed'
      closeLot(now, lot.id)
    },
  }))

/** Every open claim ends with the lot, and its pickups with them. */
export function closeLot(model: Model, lotId: string) {
  model.lot(lotId).state = 'closed'
  const open = model.claimsOn(lotId).filter((claim) => isOpen(claim.state))
  for (const { id } of open) {
    leavePickup(model, id)
    endClaim(model, id, 'superseded')
  }
}

/** Another last day; or, when it was withdrawn or ran out, the one way back (invariant 7). */
export const renew: Aim = (model, { hours }) => {
  const day = plus(model.at, hours).slice(0, 10)
  const must_go_by = `${day}T22:59:00.000Z`
  return byEverybody(model.lots.values(), (lot, by) => ({
    verb: 'renew',
    by,
    about: `${lot.id} until ${day}`,
    refusal: (now) => cannotRenew(now, now.lot(lot.id), by, must_go_by),
    run: (trx, act) => renewListing(trx, act, lot.id, day),
    effect: (now) => {
      const known = now.lot(lot.id)
      if (known.state === 'closed') known.state = 'live'
      Object.assign(known, { must_go_by, closed_reason: null })
      if (known.available_from > must_go_by) known.available_from = now.at
    },
  }))
}

function cannotRenew(model: Model, lot: Lot, by: Role, must_go_by: string) {
  if (!model.isDonor(by, lot)) return 'does not give it'
  if (must_go_by < model.at) return 'is in the past'
  if (lot.closed_reason === 'done' || lot.closed_reason === 'removed') return 'does not come back (invariant 7)'
  if (lot.total - lot.held - lot.collected === 0) return 'nothing is left'
  const days = { ...lot, must_go_by, available_from: lot.available_from > must_go_by ? model.at : lot.available_from }
  const agreed = model.claimsOn(lot.id).map(({ id }) => model.openPickupOf(id))
  return agreed.some((pickup) => pickup && daysOf(days, pickup)) ? 'leaves a pickup outside (invariant 9)' : undefined
}
