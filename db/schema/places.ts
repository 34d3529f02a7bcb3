import type { Instant } from './column.ts'

/** What anyone may see of a site: the blurred point and the name of the area. Never the door. */
export type PlaceRow = {
  id: string
  owner_id: string
  area: string
  municipality: string
  municipality_istat: string
  latitude_e6: number
  longitude_e6: number
  blur_radius_m: number
  saved_at: Instant
}

/** The exact address. Written by save-place, read by door.read, and by nothing else. */
export type PlaceDoorRow = {
  place_id: string
  latitude_e6: number
  longitude_e6: number
  street: string
  access_notes: string
  phone: string
}
