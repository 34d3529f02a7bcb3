import type { VehicleRow } from '#db/schema/hubs.ts'
import type { TimeSpan } from '../pickups/availability.ts'
import type { RoundProblem, RoundStop, RoundVehicle, Travel } from '../pickups/rounds/problem.ts'
import type { Errand } from './errand.ts'
import { serviceSeconds } from './load.ts'
import type { PlannedRound, PlannedStop } from './planned-round.ts'
import { daySeconds, secondsOf } from './wall-clock.ts'

type Vehicle = Pick<VehicleRow, 'id' | 'name' | 'capacity_g' | 'capacity_dm3' | 'longest_mm' | 'from_time' | 'to_time'>

export type DayFacts = {
  day: string
  hub_place_id: string
  vehicles: readonly Vehicle[]
  rounds: readonly PlannedRound[]
  errands: readonly Errand[]
  /** When somebody is there to give them, of the lots on rounds of which anybody has said so. */
  there: ReadonlyMap<string, readonly TimeSpan[]>
  /** Where each place stands in `travel`. */
  at: ReadonlyMap<string, number>
  travel: Travel
}

/** A pause of 45 minutes between half past twelve and half past two, where the day is longer than six hours. */
const lunch = { from: 12.5 * 3600, to: 14.5 * 3600, length: 45 * 60 }

/** The ids that the stops of an errand go by before they stand on a round. */
export const collectOf = (errand: Pick<Errand, 'id'>) => `${errand.id}:collect`
export const deliverOf = (errand: Pick<Errand, 'id'>) => `${errand.id}:deliver`

/** A hub's day as the planner takes it: what is on its rounds, and what is not yet. Done stops are left out. */
export function dayProblem(facts: DayFacts): RoundProblem {
  const waiting = facts.errands.filter((errand) => !errand.lacks_goal)
  const standing = facts.rounds.flatMap((round) => workOf(round).map((stop) => ({ round, stop })))
  return {
    travel: facts.travel,
    vehicles: facts.vehicles.map((vehicle) => asVehicle(vehicle, facts)),
    stops: [
      ...standing.map(({ round, stop }) => standingStop(stop, round, facts)),
      ...waiting.flatMap((errand) => newStops(errand, facts)),
    ],
    pairs: [
      ...facts.rounds.flatMap(pairsOf),
      ...waiting
        .filter(({ collect, deliver }) => collect && deliver)
        .map((errand) => ({ collect: collectOf(errand), deliver: deliverOf(errand) })),
    ],
  }
}

/** What is still to do of a round, but for loading and unloading at the hub. */
export function workOf({ stops }: Pick<PlannedRound, 'stops'>) {
  return stops.filter(({ kind, state }) => state === 'planned' && (kind === 'collect' || kind === 'deliver'))
}

function asVehicle(vehicle: Vehicle, { rounds, at, hub_place_id, day }: DayFacts): RoundVehicle {
  const round = rounds.find(({ vehicle_id, ended_at }) => vehicle_id === vehicle.id && ended_at === null)
  const home = at.get(hub_place_id) ?? 0
  const last = round?.stops.filter(({ state }) => state !== 'planned').at(-1)
  const under_way = round?.state === 'in_progress' && last?.done_at ? secondsOf(last.done_at, day) : undefined
  const isFixed = round !== undefined && (round.state !== 'draft' || round.is_locked === 1)
  const [from, to] = [under_way ?? daySeconds(vehicle.from_time), daySeconds(vehicle.to_time)]
  return {
    id: vehicle.id,
    startAt: (under_way !== undefined && last && at.get(last.place_id)) || home,
    endAt: home,
    grams: vehicle.capacity_g,
    dm3: vehicle.capacity_dm3,
    longestMm: vehicle.longest_mm,
    from,
    to,
    ...(to - from > 6 * 3600 ? { lunch } : {}),
    ...(isFixed ? { locked: workOf(round).map(({ id }) => id) } : {}),
  }
}

function standingStop(stop: PlannedStop, round: PlannedRound, facts: DayFacts): RoundStop {
  const isPaired = pairsOf(round).some((pair) => pair.collect === stop.id || pair.deliver === stop.id)
  const before = workOf(round)[workOf(round).indexOf(stop) - 1]
  return {
    id: stop.id,
    at: facts.at.get(stop.place_id) ?? 0,
    service: serviceSeconds(stop.loads),
    windows: openings(windowsOf(stop, round, facts), facts.day),
    ...burden(stop.kind === 'deliver', isPaired, total(stop.loads)),
    longestMm: longest(stop.loads),
    ...(stop.is_pinned === 1
      ? { pin: { vehicle: round.vehicle_id, place: before ? { after: before.id } : ('first' as const) } }
      : {}),
  }
}

/** The time that was agreed, or those at which somebody is there. What is collected first is brought whenever the van comes. */
function windowsOf({ kind, loads }: PlannedStop, round: PlannedRound, { there }: DayFacts) {
  const collected = new Set(
    round.stops
      .flatMap((stop) => stop.loads)
      .filter((load) => load.kind === 'collect')
      .map(({ claim_id }) => claim_id),
  )
  if (kind === 'deliver' && loads.some(({ claim_id }) => collected.has(claim_id))) return []
  const agreed = loads.flatMap(({ agreed_from: from, agreed_to: to }) => (from && to ? [{ from, to }] : []))
  if (agreed.length > 0 || kind === 'deliver') return agreed.slice(0, 1)
  const spans = loads.map(({ listing_id }) => there.get(listing_id)).find((said) => said !== undefined)
  return (spans ?? []).map(({ starts_at, ends_at }) => ({ from: starts_at, to: ends_at }))
}

function newStops(errand: Errand, { at, day }: DayFacts): RoundStop[] {
  const sum = total(errand.claims)
  const isPaired = errand.collect !== undefined && errand.deliver !== undefined
  const facts = { service: serviceSeconds(errand.claims), longestMm: longest(errand.claims) }
  const stops: RoundStop[] = []
  if (errand.collect) {
    const windows = openings(errand.window ? [errand.window] : (errand.openings ?? []), day)
    const where = { id: collectOf(errand), at: at.get(errand.collect.place_id) ?? 0 }
    stops.push({ ...where, ...facts, windows, ...burden(false, isPaired, sum) })
  }
  if (errand.deliver) {
    const windows = openings(!errand.collect && errand.window ? [errand.window] : [], day)
    const where = { id: deliverOf(errand), at: at.get(errand.deliver.place_id) ?? 0 }
    stops.push({ ...where, ...facts, windows, ...burden(true, isPaired, sum) })
  }
  return stops
}

/** A delivery from the hub was aboard from the start; one of a pair comes aboard where it is collected. */
function burden(isDelivery: boolean, isPaired: boolean, load: { grams: number; dm3: number }) {
  if (!isDelivery) return { pickUp: load }
  return isPaired ? {} : { dropOff: load }
}

/** Collect and deliver of the same claims on the same round. */
function pairsOf(round: PlannedRound) {
  const work = workOf(round)
  const claimsAt = ({ loads }: PlannedStop) => new Set(loads.map(({ claim_id }) => claim_id))
  return work
    .filter(({ kind }) => kind === 'collect')
    .flatMap((collect) => {
      const claims = claimsAt(collect)
      const deliver = work.find(
        (stop) => stop.kind === 'deliver' && stop.loads.some((load) => claims.has(load.claim_id)),
      )
      return deliver ? [{ collect: collect.id, deliver: deliver.id }] : []
    })
}

function openings(windows: readonly { from: string; to: string }[], day: string) {
  return windows.map(({ from, to }) => ({ from: secondsOf(from, day), to: secondsOf(to, day) }))
}

function total(loads: readonly { grams: number; dm3: number }[]) {
  return {
    grams: loads.reduce((sum, { grams }) => sum + grams, 0),
    dm3: loads.reduce((sum, { dm3 }) => sum + dm3, 0),
  }
}

function longest(loads: readonly { longest_mm: number }[]) {
  return Math.max(0, ...loads.map(({ longest_mm }) => longest_mm))
}
