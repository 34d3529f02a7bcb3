/** A timed plan. Times are seconds since midnight, loads grams and dm³, in the units of the problem it answers. */
export type RoundOutcome = {
  /** The weighted work and road, with the penalties of what is left out. */
  cost: number
  vehicles: TimedVehicle[]
  leftOut: LeftOut[]
}

export type TimedVehicle = {
  id: string
  stops: TimedStop[]
  /** Leaves as late as it can without coming back later; equal to `end` when it stays at home. */
  start: number
  end: number
  metres: number
  /** From setting out to being back, waiting and lunch included. */
  seconds: number
  lunch: Lunch | undefined
  /** What is aboard when it sets out. */
  grams: number
  dm3: number
  wrong: VehicleViolation[]
}

/** Taken before the stop of this index is served: where the last one was, or on arrival. */
export type Lunch = { start: number; end: number; before: number; where: 'last-stop' | 'next-stop' }

export type TimedStop = {
  id: string
  arrival: number
  waiting: number
  start: number
  end: number
  /** Aboard when it is left. */
  grams: number
  dm3: number
  wrong: StopViolation[]
}

/** `by` is in seconds, grams, dm³ or millimetres. */
export type StopViolation =
  | { what: 'late' | 'over-grams' | 'over-dm3' | 'too-long'; by: number }
  | { what: 'wrong-vehicle' | 'wrong-place' | 'not-collected' }

export type VehicleViolation =
  | { what: 'overtime' | 'over-seconds' | 'over-grams' | 'over-dm3'; by: number }
  | { what: 'no-lunch' }

export type LeftOut = { id: string } & LeftOutReason

/**
 * The first five hold for the stop alone in any vehicle, or for what it must go with. `not-enough-time` may also mean with the
 * rest. `set-aside`: it would fit, nobody put it in.
 */
export type LeftOutReason =
  | { reason: 'too-heavy' | 'too-big' | 'too-long' | 'window-impossible' | 'vehicle-not-allowed' }
  | { reason: 'not-enough-time' | 'set-aside' }
  | { reason: 'not-enough-room'; binding: 'grams' | 'dm3' | 'both' }
