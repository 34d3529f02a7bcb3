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
  penalty: Float64Array
  /** Vehicle v may take stop i when mayTake[v × count + i] is 1: said so, pinned and long enough; never when it is locked. */
  mayTake: Uint8Array
  /** The other stop of its pair, or none. */
  mate: Int32Array
  isDelivery: Uint8Array
  /** The stop it has to stand right behind; `atStart`, or `none`. */
  behind: Int32Array
  isChained: boolean
  /** How many stops have to be placed before this one can be. */
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
  const behind = behinds(stops, indexOf)
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

/** Of several stops that are to be first, or right after the same one, each stands behind the one named before it. */
function behinds(stops: readonly RoundStop[], indexOf: Map<string, number>) {
  const behind = new Int32Array(stops.length).fill(none)
  const last = new Map<string, number>()
  stops.forEach(({ pin }, index) => {
    if (!pin?.place) return
    const anchor = pin.place === 'first' ? atStart : indexOf.get(pin.place.after)
    if (anchor === undefined || anchor === index) return
    const key = pin.place === 'first' ? `${anchor} ${pin.vehicle}` : String(anchor)
    const chosen = last.get(key) ?? anchor
    last.set(key, index)
    if (!leadsTo(behind, chosen, index)) behind[index] = chosen
  })
  return behind
}

function leadsTo(behind: Int32Array, from: number, to: number) {
  let stop = from
  while (stop >= 0 && stop !== to) stop = behind[stop]!
  return stop === to
}

function takers(stops: readonly RoundStop[], vehicles: readonly RoundVehicle[], mate: Int32Array, behind: Int32Array) {
  const may = new Uint8Array(vehicles.length * stops.length)
  vehicles.forEach((vehicle, v) => {
    const row = may.subarray(v * stops.length, (v + 1) * stops.length)
    stops.forEach((stop, index) => {
      row[index] = !vehicle.locked && isFor(stop, vehicle) && (stop.longestMm ?? 0) <= vehicle.longestMm ? 1 : 0
    })
    // What hangs together goes together: as often as the longest chain could need.
    for (let round = 0, changed = true; changed && round < stops.length; round++) changed = spread(row, mate, behind)
  })
  return may
}

function spread(row: Uint8Array, mate: Int32Array, behind: Int32Array) {
  let changed = false
  for (let index = 0; index < row.length; index++)
    for (const other of [mate[index]!, behind[index]!])
      if (other >= 0 && row[other] !== row[index]) {
        row[other] = row[index] = 0
        changed = true
      }
  return changed
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
