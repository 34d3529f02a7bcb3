import type { TimedVehicle } from '../pickups/rounds/outcome.ts'

/** What somebody wants a vehicle's round to be: its stops in order and timed, and which of them stay where they are. */
export type Arranged = {
  vehicle_id: string
  /** Of the round as it was seen; 0 when there was none. */
  version: number
  timed: TimedVehicle
  pinned: ReadonlySet<string>
  is_locked: boolean
}
