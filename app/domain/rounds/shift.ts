import type { RoundProblem } from '../pickups/rounds/problem.ts'
import { retime, type Sequences } from '../pickups/rounds/retime.ts'
import { workOf } from './day-problem.ts'
import type { PlannedRound } from './planned-round.ts'

/** Puts a stop on a vehicle, at a place in its order or where it costs least; or takes it off, with what hangs on it. */
export type Shift = { stop: string; vehicle: string | null; place?: number | undefined }

/** The orders of a day as they stand: every vehicle, with or without a round. */
export function sequencesOf(vehicles: readonly { id: string }[], rounds: readonly PlannedRound[]): Sequences {
  return vehicles.map(({ id }) => {
    const round = rounds.find(({ vehicle_id, ended_at }) => vehicle_id === id && ended_at === null)
    return { vehicle: id, stops: round ? workOf(round).map((stop) => stop.id) : [] }
  })
}

/** The orders after a shift. Within its vehicle a stop moves alone; to another it takes its pair along. */
export function shifted(problem: RoundProblem, sequences: Sequences, { stop, vehicle, place }: Shift): Sequences {
  const pair = problem.pairs?.find(({ collect, deliver }) => collect === stop || deliver === stop)
  const from = sequences.find(({ stops }) => stops.includes(stop))?.vehicle
  const alone = !pair || (from !== undefined && from === vehicle)
  const moving = alone ? [stop] : [pair.collect, pair.deliver]
  const rest = sequences.map((one) => ({ ...one, stops: one.stops.filter((id) => !moving.includes(id)) }))
  if (vehicle === null) return rest
  if (place !== undefined) return rest.map((one) => (one.vehicle === vehicle ? put(one, moving, place) : one))
  return moving.reduce<Sequences>((orders, id) => cheapest(problem, orders, vehicle, id), rest)
}

function put({ vehicle, stops }: Sequences[number], moving: readonly string[], place: number) {
  return { vehicle, stops: stops.toSpliced(Math.min(place, stops.length), 0, ...moving) }
}

/** Every place is tried on the clock: wrong things count a hundred euros each, and a thousand for an hour. */
function cheapest(problem: RoundProblem, sequences: Sequences, vehicle: string, stop: string): Sequences {
  const own = sequences.find((one) => one.vehicle === vehicle)
  if (!own) return sequences
  const tried = Array.from({ length: own.stops.length + 1 }, (_, place) => {
    const orders = sequences.map((one) => (one.vehicle === vehicle ? put(one, [stop], place) : one))
    return { orders, cost: costOf(problem, orders, vehicle) }
  })
  return tried.reduce((best, one) => (one.cost < best.cost ? one : best)).orders
}

function costOf(problem: RoundProblem, orders: Sequences, vehicle: string) {
  const { vehicles, cost } = retime(
    problem,
    orders.filter((one) => one.vehicle === vehicle),
  )
  const run = vehicles.find(({ id }) => id === vehicle)
  const wrong = run ? [...run.wrong, ...run.stops.flatMap((one) => one.wrong)] : []
  const weight = (one: (typeof wrong)[number]) =>
    100 + ('by' in one && (one.what === 'late' || one.what === 'overtime') ? (one.by / 3600) * 1000 : 0)
  return cost + wrong.reduce((sum, one) => sum + weight(one), 0)
}
