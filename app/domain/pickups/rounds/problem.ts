/**
 * A day of vans to be planned. Times are seconds since the day's midnight, lengths of time seconds, distances metres,
 * loads grams and cubic decimetres, pieces millimetres. A location is an index into `travel`.
 */
export type RoundProblem = {
  travel: Travel
  vehicles: readonly RoundVehicle[]
  stops: readonly RoundStop[]
  /** What is collected at one stop and brought to the other by the same vehicle. A stop is in one pair at most. */
  pairs?: readonly { collect: string; deliver: string }[]
  weights?: Weights
}

/** Two flat matrices of count × count: from location i to j at i × count + j. They need not be symmetric. */
export type Travel = { count: number; seconds: Float64Array; metres: Float64Array }

/** What a second of work and a metre of road cost; the unit is the caller's, and that of a stop's `penalty`. */
export type Weights = { perSecond: number; perMetre: number }

export type RoundVehicle = {
  id: string
  startAt: number
  endAt: number
  grams: number
  dm3: number
  longestMm: number
  from: number
  to: number
  /** A break that is to lie inside its window, between two stops: not needed by who is back, or sets out, in time to eat. */
  lunch?: { from: number; to: number; length: number }
  /** From setting out to being back, at most. */
  mostSeconds?: number
  /** Its stops in their order, which is kept as it is, feasible or not. */
  locked?: readonly string[]
}

export type RoundStop = {
  id: string
  at: number
  service: number
  /** Work may begin inside any of them; none means at any time. */
  windows: readonly { from: number; to: number }[]
  /** Comes aboard here, and stays to the end of the round or to the other stop of its pair. */
  pickUp?: Load
  /** Came aboard where the round starts, and leaves the vehicle here. */
  dropOff?: Load
  longestMm?: number
  /** What leaving it out costs: more than any detour, unless said otherwise. */
  penalty?: number
  /** The only vehicles it may go with. */
  vehicles?: readonly string[]
  pin?: Pin
}

export type Load = { grams: number; dm3: number }

/** Stays with this vehicle, and at this place in its order: first, or right after another stop. */
export type Pin = { vehicle: string; place?: 'first' | { after: string } }

/** In euros: a driver and a loader for 30 € an hour, half a euro for a kilometre. */
export const usualWeights: Weights = { perSecond: 30 / 3600, perMetre: 0.0005 }

/** In euros; dearer than any day of work, so that a stop is left out only if it must be. */
export const usualPenalty = 10_000
