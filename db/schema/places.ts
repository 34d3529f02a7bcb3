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

/** What a geocoder answered to a text, of which only a digest is kept; the rest null when it found nothing. */
export type GeocodedPlaceRow = {
  asked: string
  rank: number
  label: string | null
  latitude_e6: number | null
  longitude_e6: number | null
  municipality: string | null
  municipality_istat: string | null
  forget_at: Instant
}

/** One row for the whole installation: when a geocoder may next be asked, and how often in a row it failed. */
export type GeocoderTurnRow = { id: string; free_at: Instant; failures: number }
