import { type RoundProblem, type RoundStop, type RoundVehicle, usualPenalty, usualWeights } from './problem.ts'

/** A problem as flat arrays, one entry per stop, for the inner loops. */
export type Day = {
  problem: RoundProblem
  count: number
  places: number
  seconds: Float64Array
  metres: Float64Array
  perSecond: number
  perMetre: number
  at: Int32Array
  service: Float64Array
  /** The windows of stop i stand from windowsOf[i] to before windowsOf[i + 1], in order of time. */
  windowsOf: Int32Array
  windowFrom: Float64Array
  windowTo: Float64Array
  /** Aboard from the start because of this stop; and what it adds to the load when it is served. */
  startGrams: Float64Array
  startDm3: Float64Array
  addGrams: Float64Array
  addDm3: Float64Array
  /** 1 for vehicles that may choose between windows, or when to eat. */
  hasChoice: Uint8Array
  penalty: Float64Array
  /** Vehicle v may take stop i when mayTake[v × count + i] is 1: said so, pinned and long enough; never when it is locked. */
  mayTake: Uint8Array
  mate: Int32Array
  isDelivery: Uint8Array
  /** The stop it has to stand right behind; `atStart`, or `none`. */
  behind: Int32Array
  isChained: boolean
  depth: Int32Array
  indexOf: Map<string, number>
}

export const none = -1
export const atStart = -2

export function dayOf(problem: RoundProblem): Day {
  const { stops, vehicles, travel } = problem
  const weights = problem.weights ?? usualWeights
  const indexOf = new Map(stops.map((stop, index) => [stop.id, index]))
  const mate = new Int32Array(stops.length).fill(none)
  const isDelivery = new Uint8Array(stops.length)
  for (const { collect, deliver } of problem.pairs ?? []) {
    const [first, second] = [indexOf.get(collect), indexOf.get(deliver)]
    if (first === undefined || second === undefined) continue
    mate[first] = second
    mate[second] = first
    isDelivery[second] = 1
  }
  const behind = behinds(problem, indexOf)
  return {
    problem,
    count: stops.length,
    places: travel.count,
    seconds: travel.seconds,
    metres: travel.metres,
    ...weights,
    at: Int32Array.from(stops, (stop) => stop.at),
    service: Float64Array.from(stops, (stop) => stop.service),
    ...windowsOf(stops),
    ...loads(stops, mate, isDelivery),
    hasChoice: Uint8Array.from(vehicles, ({ lunch }) =>
      lunch || stops.some(({ windows }) => windows.length > 1) ? 1 : 0,
    ),
    penalty: Float64Array.from(stops, (stop) => stop.penalty ?? usualPenalty),
    mayTake: takers(stops, vehicles, mate, behind),
    mate,
    isDelivery,
    behind,
    isChained: behind.some((anchor) => anchor >= 0),
    depth: depths(behind, mate),
    indexOf,
  }
}

function windowsOf(stops: readonly RoundStop[]) {
  const always = [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }]
  const all = stops.map((stop) => (stop.windows.length > 0 ? stop.windows.toSorted((a, b) => a.to - b.to) : always))
  const windowsOf = new Int32Array(stops.length + 1)
  all.forEach((windows, index) => {
    windowsOf[index + 1] = windowsOf[index]! + windows.length
  })
  return {
    windowsOf,
    windowFrom: Float64Array.from(all.flat(), (window) => window.from),
    windowTo: Float64Array.from(all.flat(), (window) => window.to),
  }
}

function loads(stops: readonly RoundStop[], mate: Int32Array, isDelivery: Uint8Array) {
  const added = (stop: RoundStop, index: number, of: 'grams' | 'dm3') =>
    (stop.pickUp?.[of] ?? 0) -
    (stop.dropOff?.[of] ?? 0) -
    (isDelivery[index] === 1 ? (stops[mate[index]!]?.pickUp?.[of] ?? 0) : 0)
  return {
    startGrams: Float64Array.from(stops, (stop) => stop.dropOff?.grams ?? 0),
    startDm3: Float64Array.from(stops, (stop) => stop.dropOff?.dm3 ?? 0),
    addGrams: Float64Array.from(stops, (stop, index) => added(stop, index, 'grams')),
    addDm3: Float64Array.from(stops, (stop, index) => added(stop, index, 'dm3')),
  }
}

/**
 * Where several stops are to be first, or right after the same one, each stands behind the one named before it. A stop of a
 * locked vehicle has its place there, whatever else was said of it.
 */
function behinds({ stops, vehicles }: RoundProblem, indexOf: Map<string, number>) {
  const behind = new Int32Array(stops.length).fill(none)
  const locked = new Set(vehicles.flatMap((vehicle) => vehicle.locked ?? []))
  const followers = new Map<string, number>()
  const key = (anchor: number, vehicle: string) => (anchor === atStart ? vehicle : `after ${anchor}`)
  stops.forEach(({ id, pin }, index) => {
    if (!pin?.place || locked.has(id)) return
    let anchor = pin.place === 'first' ? atStart : (indexOf.get(pin.place.after) ?? none)
    for (let next: number | undefined = anchor; next !== undefined; next = followers.get(key(anchor, pin.vehicle)))
      anchor = next
    if (anchor === none || leadsTo(behind, anchor, index)) return
    followers.set(key(anchor, pin.vehicle), index)
    behind[index] = anchor
  })
  return behind
}

function leadsTo(behind: Int32Array, from: number, to: number) {
  let stop = from
  while (stop >= 0 && stop !== to) stop = behind[stop]!
  return stop === to
}

function takers(stops: readonly RoundStop[], vehicles: readonly RoundVehicle[], mate: Int32Array, behind: Int32Array) {
  const may = stops.map((stop) =>
    vehicles.map((vehicle) => !vehicle.locked && isFor(stop, vehicle) && (stop.longestMm ?? 0) <= vehicle.longestMm),
  )
  // What hangs together goes together; repeated, for a chain may hang on a pair.
  for (let round = 0; round < 3; round++) {
    for (let stop = 0; stop < stops.length; stop++) join(may, stop, mate[stop]!, false)
    for (let stop = stops.length - 1; stop >= 0; stop--) join(may, stop, behind[stop]!, true)
    for (let stop = 0; stop < stops.length; stop++) join(may, stop, behind[stop]!, true)
  }
  return Uint8Array.from(vehicles.flatMap((_, vehicle) => may.map((row) => (row[vehicle] ? 1 : 0))))
}

/** Leaves both stops the vehicles that both may go with; but a stop that cannot follow another is no reason to drop the other. */
function join(may: boolean[][], stop: number, other: number, follows: boolean) {
  if (other < 0) return
  const both = may[stop]!.map((own, vehicle) => own && may[other]![vehicle]!)
  may[stop] = both
  if (!follows || both.includes(true)) may[other] = both
}

/** What was said about who may take it; says nothing of room. */
export function isFor(stop: RoundStop, vehicle: RoundVehicle) {
  return (stop.vehicles?.includes(vehicle.id) ?? true) && (!stop.pin || stop.pin.vehicle === vehicle.id)
}

function depths(behind: Int32Array, mate: Int32Array) {
  const own = Int32Array.from(behind, (_, index) => {
    let depth = 0
    for (let stop = behind[index]!; stop >= 0; stop = behind[stop]!) depth++
    return depth
  })
  return own.map((depth, index) => Math.max(depth, own[mate[index]!] ?? 0))
}
