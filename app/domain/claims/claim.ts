export type { ClaimState } from '#db/schema/claims.ts'

import type { ClaimState } from '#db/schema/claims.ts'

/** `scheduled → confirmed` is a pickup called off by either side while the claim itself stands. */
export const nextStates = {
  requested: ['offered', 'waitlisted', 'declined', 'cancelled_by_claimant', 'cancelled_by_donor', 'superseded'],
  waitlisted: ['offered', 'declined', 'cancelled_by_claimant', 'cancelled_by_donor', 'superseded'],
  offered: ['confirmed', 'lapsed', 'cancelled_by_claimant', 'cancelled_by_donor', 'superseded'],
  confirmed: ['scheduled', 'collected', 'lapsed', 'cancelled_by_claimant', 'cancelled_by_donor', 'superseded'],
  scheduled: ['collected', 'confirmed', 'no_show', 'cancelled_by_claimant', 'cancelled_by_donor', 'superseded'],
  collected: [],
  declined: [],
  lapsed: [],
  cancelled_by_claimant: [],
  cancelled_by_donor: [],
  no_show: [],
  superseded: [],
} as const satisfies Record<ClaimState, readonly ClaimState[]>

const holding: readonly ClaimState[] = ['offered', 'confirmed', 'scheduled']

export const endedWithoutGoods = [
  'declined',
  'lapsed',
  'cancelled_by_claimant',
  'cancelled_by_donor',
  'no_show',
  'superseded',
] as const satisfies readonly ClaimState[]

/** Open claims may still end in goods. */
export function isOpen(state: ClaimState) {
  return state === 'requested' || state === 'waitlisted' || isHolding(state)
}

/** Units of the lot are held for it. */
export function isHolding(state: ClaimState) {
  return holding.includes(state)
}

/** Its claimant may read the exact address (invariant 8). */
export function opensTheDoor(state: ClaimState) {
  return state === 'confirmed' || state === 'scheduled' || state === 'collected'
}

/** Every state from which `to` can be reached. */
export function statesBefore(to: ClaimState) {
  return (Object.keys(nextStates) as ClaimState[]).filter((from) =>
    (nextStates[from] as readonly ClaimState[]).includes(to),
  )
}

/** How much of `free` units a claim can be given, or 0 when less than its minimum is left. */
export function shareOf(free: number, claim: { qty_wanted: number; qty_min: number }) {
  const share = Math.min(free, claim.qty_wanted)
  return share >= claim.qty_min ? share : 0
}
