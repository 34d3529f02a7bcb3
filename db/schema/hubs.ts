import type { Instant } from './column.ts'

export type HubRow = {
  id: string
  slug: string
  name: string
  about: string
  opening_hours: string
  place_id: string
  opened_at: Instant
  /** How many lots one party may be given in `quota_days` rolling days before others come first. */
  quota_lots: number
  quota_days: number
}

export type HubCoordinatorRow = { hub_id: string; member_id: string; since: Instant }
