import type { Flag, Instant } from './column.ts'

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
  /** How far its vehicles go; null where an area is drawn, or nothing is said. */
  service_radius_m: number | null
  /** JSON: the corners of a drawn area, [latitude_e6, longitude_e6] each; '' where the radius says it. */
  service_area: string
}

export type HubCoordinatorRow = { hub_id: string; member_id: string; since: Instant }

export type HubMaterialRow = { hub_id: string; material_key: string; takes: Flag }

/** Roman wall clock, 'HH:MM'. */
export type HubHoursRow = { hub_id: string; weekday: Weekday; from_time: string; to_time: string }

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** Days 'YYYY-MM-DD', both within. */
export type HubClosureRow = { hub_id: string; from_day: string; to_day: string; reason: string }

export type VehicleRow = {
  id: string
  hub_id: string
  name: string
  capacity_g: number
  capacity_dm3: number
  /** The longest piece that goes in, in millimetres. */
  longest_mm: number
  crew: number
  /** Roman wall clock, 'HH:MM'. */
  from_time: string
  to_time: string
  retired_at: Instant | null
}

export type BayRow = { id: string; hub_id: string; code: string; about: string; retired_at: Instant | null }
