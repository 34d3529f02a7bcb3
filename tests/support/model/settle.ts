import { endClaim, leavePickup } from './claim-deeds.ts'
import { collect } from './handover-deeds.ts'
import { closeLot } from './lot-deeds.ts'
import { type Claim, isHolding, isOpen, type Lot, type Model, plus } from './state.ts'
import type { Tables } from './tables.ts'

type LotRow = Tables['lots'][number]
type ClaimRow = Tables['claims'][number]

export type Served = { claim: Claim; quantity: number; before: Pick<Claim, 'state' | 'position'> }
export type Consequences = { unexplained: string[]; served: Served[]; closed: Set<string>; ended: Claim[] }

/**
 * What a deed or a clock set off beyond itself: who was promoted, who waits, what ran out. Each needs a reason that the
 * domain knows; the model then takes it over by its own arithmetic.
 */
export function settle(model: Model, tables: Tables, verb: string): Consequences {
  const found: Consequences = { unexplained: [], served: [], closed: new Set(), ended: [] }
  for (const row of tables.handovers) settleHandover(model, row, found)
  for (const row of tables.lots) settleLot(model, row, { verb, found })
  for (const row of tables.claims) {
    const known = model.claims.get(row.id)
    if (!known) adoptRemainder(model, row, found)
    else if (known.state !== row.state) settleClaim(model, known, row, { verb, found })
  }
  for (const row of tables.claims) {
    const claim = model.claims.get(row.id)
    const { position, schedule_by, offer_expires_at: expires_at } = row
    if (claim) Object.assign(claim, { position, schedule_by, expires_at })
  }
  return found
}

/** Nobody answered for 72 hours: what one side proved stands. */
function settleHandover(model: Model, row: Tables['handovers'][number], { unexplained }: Consequences) {
  const known = model.handovers.get(row.id)
  if (row.silent_side === null || known?.state !== 'recorded') return
  if (plus(known.recorded_at, 72) > model.at) unexplained.push(`handover ${row.id} was settled too early`)
  if (row.silent_side === known.side) unexplained.push(`handover ${row.id} was settled by its own side`)
  collect(model, row.id)
}

type Turn = { verb: string; found: Consequences }

function settleLot(model: Model, row: LotRow, { verb, found }: Turn) {
  const lot = model.lot(row.id)
  if (row.state === 'closed' && lot.state !== 'closed' && row.closed_reason === 'expired') {
    if (lot.must_go_by === null || lot.must_go_by >= model.at) found.unexplained.push(`lot ${lot.id} ran out too early`)
    if (isAwaited(model, lot)) found.unexplained.push(`lot ${lot.id} ran out though somebody is to fetch it`)
    lot.closed_reason = 'expired'
    closeLot(model, lot.id)
    found.closed.add(lot.id)
  }
  if (row.allocation_rule !== lot.rule) {
    const isRescue = row.allocation_rule === 'first_come' && isLastDay(lot, model.at)
    if (!isRescue && verb !== 'renew') found.unexplained.push(`lot ${lot.id} changed its rule`)
  }
  Object.assign(lot, { rule: row.allocation_rule, window_closes_at: row.window_closes_at })
}

/** A confirmed pickup is pending, or a handover waits for its answer: the lot waits for it, whatever its last day was. */
export function isAwaited(model: Model, lot: Lot) {
  return model.claimsOn(lot.id).some(({ id, state }) => {
    if (isOpen(state) && model.handoverOf(id)?.state === 'recorded') return true
    const pickup = model.openPickupOf(id)
    return isOpen(state) && pickup !== undefined && pickup.state !== 'proposed'
  })
}

export function isLastDay({ must_go_by }: Lot, at: string) {
  return must_go_by !== null && must_go_by < plus(at, 24)
}

/** Requests are no longer collected, nor answered by hand. */
export function isServedAsTheyCome(lot: Lot, at: string) {
  if (lot.rule === 'first_come' || isLastDay(lot, at)) return true
  return lot.rule === 'fair_window' && lot.window_closes_at !== null && lot.window_closes_at <= at
}

/** The rest of what was offered in part: the same party's, waiting, for what is missing. */
function adoptRemainder(model: Model, row: ClaimRow, { unexplained }: Consequences) {
  const parent = row.parent_id === null ? undefined : model.claims.get(row.parent_id)
  if (!parent) return void unexplained.push(`claim ${row.id} came from nowhere`)
  const house = row.organisation_id === null ? null : parent.house
  model.claims.set(row.id, {
    id: row.id,
    lot: parent.lot,
    parent: parent.id,
    by: parent.by,
    house,
    state: 'waitlisted',
    wanted: row.qty_wanted,
    min: row.qty_min,
    qty: 0,
    done: 0,
    expires_at: null,
    schedule_by: null,
    position: null,
    granted_at: null,
    ranked: false,
    requested_at: model.at,
  })
}

function settleClaim(model: Model, claim: Claim, row: ClaimRow, { verb, found }: Turn) {
  const why = reasonOf(model, claim, row, verb)
  if (why !== undefined) found.unexplained.push(`${claim.id} went from ${claim.state} to ${row.state}: ${why}`)
  const before = { state: claim.state, position: claim.position }
  if (row.state === 'offered' || row.state === 'confirmed') {
    hold(model, claim, row)
    found.served.push({ claim, quantity: row.qty, before })
  } else if (row.state === 'waitlisted') claim.state = 'waitlisted'
  else {
    leavePickup(model, claim.id)
    endClaim(model, claim.id, row.state)
    found.ended.push(claim)
  }
}

function hold(model: Model, claim: Claim, { qty, state }: ClaimRow) {
  if (!isHolding(claim.state)) model.lotOf(claim).held += qty
  Object.assign(claim, { state, qty, granted_at: model.at })
}

/** Why the domain does not allow this move now, or undefined. */
function reasonOf(model: Model, claim: Claim, row: ClaimRow, verb: string): string | undefined {
  const lot = model.lotOf(claim)
  const waits = claim.state === 'requested' || claim.state === 'waitlisted'
  const comes = isServedAsTheyCome(lot, model.at) ? undefined : 'its lot is not served as they come'
  if (waits && row.state === 'offered') return comes
  if (claim.state === 'requested' && row.state === 'waitlisted') return comes
  if (claim.state === 'requested' && row.state === 'confirmed') return verb === 'place' ? comes : 'nobody accepted it'
  if (row.state === 'lapsed') return cannotLapse(model, claim)
  return 'the state table knows no such move'
}

function cannotLapse(model: Model, { id, state, expires_at, schedule_by }: Claim) {
  if (state === 'offered') return expires_at !== null && expires_at <= model.at ? undefined : 'its time was not over'
  if (state !== 'confirmed') return 'it cannot lapse'
  if (schedule_by === null || schedule_by > model.at) return 'its time was not over'
  const pickup = model.openPickupOf(id)
  return pickup && pickup.starts_at > model.at ? 'a time to come was proposed' : undefined
}
