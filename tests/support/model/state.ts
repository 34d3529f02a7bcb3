import type { Act } from '#app/domain/act.ts'
import type { ClaimState } from '#db/schema/claims.ts'
import type { AllocationRule, ClosedReason, ListingState } from '#db/schema/listings.ts'
import type { NoShowRow, PickupState } from '#db/schema/pickups.ts'
import { type Cast, type House, keepers, type Role, type Site, sites } from './cast.ts'

export type Lot = {
  id: string
  site: Site
  donor: Role
  house: House | null
  rule: AllocationRule
  state: ListingState
  closed_reason: ClosedReason | null
  total: number
  held: number
  collected: number
  min_claim: number
  available_from: string
  must_go_by: string | null
  reserved_until: string | null
  window_closes_at: string | null
}

export type Claim = {
  id: string
  lot: string
  parent: string | null
  by: Role
  house: House | null
  state: ClaimState
  wanted: number
  min: number
  qty: number
  done: number
  expires_at: string | null
  schedule_by: string | null
  position: number | null
  /** When something was last offered to it. */
  granted_at: string | null
  ranked: boolean
  requested_at: string
}

export type Pickup = {
  id: string
  state: PickupState
  site: Site
  donor: Role
  claimant: Role
  proposed_by: Role
  starts_at: string
  ends_at: string
  /** The lot whose days a coordinator gave a reason to leave. */
  overridden: string | null
  claims: string[]
}

export type Handover = {
  id: string
  claim: string
  pickup: string | null
  state: 'recorded' | 'confirmed' | 'objected'
  quantity: number
  recorded_by: Role
  recorded_at: string
  side: 'giver' | 'taker'
  /** Every form it was written down by, the last one last. */
  keys: string[]
}

export type NoShow = {
  id: string
  pickup: string
  claim: string
  absent: NoShowRow['absent']
  reported_by: Role
  contest_by: string
  is_contested: boolean
  decision: NoShowRow['decision']
}

/** What the tables should say, kept in memory by rules of its own (domain.md), sharing no line with the house. */
export class Model {
  readonly lots = new Map<string, Lot>()
  readonly claims = new Map<string, Claim>()
  readonly pickups = new Map<string, Pickup>()
  readonly handovers = new Map<string, Handover>()
  readonly noShows = new Map<string, NoShow>()

  constructor(
    readonly cast: Cast,
    public at: string,
  ) {}

  /** This person at their browser, now. */
  act(by: Role): Act {
    const coordinates = by === 'dario' ? ['oz'] : by === 'pia' ? ['borgata'] : []
    return { by: { id: this.cast.id(by), is_admin: by === 'elena', coordinates }, at: this.at, via: 'web' }
  }

  lot(id: string) {
    return must(this.lots.get(id), id)
  }

  claim(id: string) {
    return must(this.claims.get(id), id)
  }

  pickup(id: string) {
    return must(this.pickups.get(id), id)
  }

  lotOf(claim: Claim) {
    return this.lot(claim.lot)
  }

  claimsOn(lotId: string) {
    return [...this.claims.values()].filter((claim) => claim.lot === lotId)
  }

  openPickupOf(claimId: string) {
    return [...this.pickups.values()].find(({ state, claims }) => isOpenPickup(state) && claims.includes(claimId))
  }

  handoverOf(claimId: string) {
    return [...this.handovers.values()].find(({ claim }) => claim === claimId)
  }

  isClaimant(by: Role, claim: Claim) {
    return this.#actsFor(by, claim.by, claim.house)
  }

  isDonor(by: Role, lot: Lot) {
    return this.#actsFor(by, lot.donor, lot.house)
  }

  #actsFor(by: Role, person: Role, house: House | null) {
    return by === person || (house !== null && this.cast.houseOf(by) === house)
  }
}

function must<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`the model has no ${id}`)
  return found
}

export const isHolding = (state: ClaimState) => state === 'offered' || state === 'confirmed' || state === 'scheduled'
export const isOpen = (state: ClaimState) => isHolding(state) || state === 'requested' || state === 'waitlisted'
export const isOpenPickup = (state: PickupState) =>
  state === 'proposed' || state === 'confirmed' || state === 'in_progress'

export const free = (lot: Lot) => lot.total - lot.held - lot.collected

/** A lot's own hub has a coordinator; the admin looks after all. */
export const isKeeper = (by: Role, lot: Lot) => by === 'elena' || by === sites[lot.site].keeper

export const partyOf = (claim: Pick<Claim, 'by' | 'house'>) => claim.house ?? claim.by
export const isStaff = (by: Role) => (keepers as readonly Role[]).includes(by)

export function plus(at: string, hours: number) {
  return new Date(Date.parse(at) + hours * 3_600_000).toISOString()
}
