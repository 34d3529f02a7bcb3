export type { AllocationRule, ListingState } from '#db/schema/listings.ts'

import type { ListingRow, ListingState } from '#db/schema/listings.ts'

export const nextStates = {
  draft: ['in_review', 'live', 'closed'],
  in_review: ['live', 'closed', 'draft'],
  live: ['paused', 'closed'],
  paused: ['live', 'closed'],
  closed: ['live'],
} as const satisfies Record<ListingState, readonly ListingState[]>

type Stock = Pick<ListingRow, 'total' | 'held' | 'collected' | 'written_off'>

/** What can still be asked for, in the lot's base unit. */
export function available({ total, held, collected, written_off }: Stock) {
  return total - held - collected - written_off
}

export type Badge = 'available' | 'partly_reserved' | 'fully_reserved' | 'gone'

export function badge(listing: Stock & Pick<ListingRow, 'state'>): Badge {
  if (listing.state === 'closed' || listing.collected + listing.written_off >= listing.total) return 'gone'
  if (available(listing) === 0) return 'fully_reserved'
  return listing.held > 0 ? 'partly_reserved' : 'available'
}

export type Urgency = 'calm' | 'soon' | 'urgent' | 'rescue'

const hour = 3_600_000

/** Calm over 7 days before the lot must go, soon 3–7, urgent 1–3, rescue in the last 24 hours. No deadline is calm. */
export function urgency(must_go_by: string | null, now: string): Urgency {
  if (must_go_by === null) return 'calm'
  const hoursLeft = (Date.parse(must_go_by) - Date.parse(now)) / hour
  if (hoursLeft < 24) return 'rescue'
  if (hoursLeft < 72) return 'urgent'
  return hoursLeft <= 168 ? 'soon' : 'calm'
}
