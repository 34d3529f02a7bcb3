import type { ClaimState } from '#db/schema/claims.ts'
import type { Flag } from '#db/schema/column.ts'
import type { Grade, Unit } from '#db/schema/listings.ts'
import type { PickupState } from '#db/schema/pickups.ts'
import type { RoundLoadRow, RoundRow, RoundStopRow } from '#db/schema/rounds.ts'

export type { StopKind } from '#db/schema/rounds.ts'

/** A round with its vehicle and everything on it, stops in order. */
export type PlannedRound = RoundRow & {
  hub_slug: string
  hub_name: string
  vehicle_name: string
  capacity_g: number
  capacity_dm3: number
  vehicle_mm: number
  from_time: string
  to_time: string
  changed_by_name: string
  driver_name: string | null
  stops: PlannedStop[]
}

/** Whether something is brought before it is fetched. */
export function bringsTooEarly(stops: readonly PlannedStop[]) {
  const ahead = new Set<string>()
  for (const { state, loads } of stops.toReversed()) {
    if (state !== 'planned') continue
    const brought = loads.filter(({ kind }) => kind === 'deliver')
    if (brought.some(({ claim_id }) => ahead.has(claim_id))) return true
    for (const { kind, claim_id } of loads) if (kind !== 'deliver') ahead.add(claim_id)
  }
  return false
}

export type PlannedStop = RoundStopRow & { area: string; loads: PlannedLoad[] }

export type PlannedLoad = RoundLoadRow & {
  taking_hub_id: string | null
  claim_state: ClaimState
  listing_id: string
  title: string
  unit: Unit
  weight_grade: Grade
  floor: number | null
  has_lift: Flag
  help_to_load: Flag
  from: string
  to: string
  agreed_from: string | null
  agreed_to: string | null
  pickup_state: PickupState | null
  /** Of what is fetched again and again: its hours are agreed for good. */
  collection_id: string | null
}
