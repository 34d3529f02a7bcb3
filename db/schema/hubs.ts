import type { Instant } from './column.ts'

export type HubRow = {
  id: string
  slug: string
  name: string
  about: string
  opening_hours: string
  place_id: string
  opened_at: Instant
}

export type HubCoordinatorRow = { hub_id: string; member_id: string; since: Instant }
