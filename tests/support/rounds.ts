import fc from 'fast-check'
import type { RoundOutcome } from '#app/domain/pickups/rounds/outcome.ts'
import type { RoundProblem, RoundStop, RoundVehicle } from '#app/domain/pickups/rounds/problem.ts'

/** All that is wrong with a plan, worked out from the problem and the times it states, and nothing else. */
export function faultsOf(problem: RoundProblem, outcome: RoundOutcome): string[] {
  const planned = outcome.vehicles.flatMap(({ stops }) => stops.map(({ id }) => id))
  const all = [...planned, ...outcome.leftOut.map(({ id }) => id)]
  const faults = problem.stops
    .filter(({ id }) => all.filter((one) => one === id).length !== 1)
    .map(({ id }) => `${id} is not there once`)
  if (all.length !== problem.stops.length) faults.push('a stop nobody asked for')
  if (outcome.leftOut.some(({ reason }) => reason === 'set-aside')) faults.push('a stop that would fit is left out')
  for (const vehicle of problem.vehicles) {
    const sequence = outcome.vehicles.find(({ id }) => id === vehicle.id)?.stops.map(({ id }) => id) ?? []
    if (vehicle.locked) {
      if (sequence.join() !== vehicle.locked.join()) faults.push(`${vehicle.id} was locked`)
    } else faults.push(...faultsOfVehicle(problem, vehicle, outcome))
  }
  const cost = costOf(problem, outcome)
  if (Math.abs(cost - outcome.cost) > 1e-6) faults.push(`costs ${cost}, says ${outcome.cost}`)
  return faults
}

function faultsOfVehicle(problem: RoundProblem, vehicle: RoundVehicle, outcome: RoundOutcome): string[] {
  const timed = outcome.vehicles.find(({ id }) => id === vehicle.id)
  if (!timed || timed.stops.length === 0) return []
  const faults: string[] = []
  const must = (holds: boolean, what: string) => holds || faults.push(`${vehicle.id}: ${what}`)
  const asked = timed.stops.map(({ id }) => problem.stops.find((stop) => stop.id === id)!)
  const { lunch } = timed
  let time = timed.start
  let metres = 0
  let place = vehicle.startAt
  must(timed.start >= vehicle.from - hair, 'sets out too early')
  timed.stops.forEach((stop, index) => {
    const wanted = asked[index]!
    if (lunch?.before === index && lunch.where === 'last-stop') time = eaten(lunch, time, must)
    time += between(problem, 'seconds', place, wanted.at)
    metres += between(problem, 'metres', place, wanted.at)
    must(near(stop.arrival, time), `arrives at ${wanted.id} at ${time}`)
    if (lunch?.before === index && lunch.where === 'next-stop') time = eaten(lunch, time, must)
    must(stop.start >= time - hair, `begins at ${wanted.id} too early`)
    must(near(stop.start - time, stop.waiting) || lunch?.before === index, `waits at ${wanted.id}`)
    must(isOpen(wanted, stop.start), `${wanted.id} is closed at ${stop.start}`)
    time = stop.start + wanted.service
    must(near(stop.end, time), `leaves ${wanted.id} at ${time}`)
    place = wanted.at
  })
  if (lunch?.before === timed.stops.length) time = eaten(lunch, time, must)
  time += between(problem, 'seconds', place, vehicle.endAt)
  metres += between(problem, 'metres', place, vehicle.endAt)
  must(near(timed.end, time) && time <= vehicle.to + hair, 'is back too late')
  must(near(timed.seconds, time - timed.start) && near(timed.metres, metres), 'sums wrong')
  must(timed.seconds <= (vehicle.mostSeconds ?? Number.POSITIVE_INFINITY) + hair, 'is out too long')
  must(lunch !== undefined || eatsAtHome(vehicle, timed), 'has no lunch')
  must(timed.wrong.length === 0 && timed.stops.every(({ wrong }) => wrong.length === 0), 'says something is wrong')
  faults.push(...loadFaults(problem, vehicle, timed.stops, asked, timed), ...orderFaults(problem, vehicle, asked))
  return faults

  function eaten(meal: NonNullable<typeof lunch>, from: number, check: typeof must) {
    const { lunch: asked } = vehicle
    check(
      asked !== undefined && meal.start >= Math.max(from, asked.from) - hair && meal.end <= asked.to + hair,
      'eats at a wrong time',
    )
    check(near(meal.end - meal.start, asked?.length ?? 0), 'eats too fast')
    return meal.end
  }
}

const hair = 1e-5
const near = (a: number, b: number) => Math.abs(a - b) < hair

const between = ({ travel }: RoundProblem, of: 'seconds' | 'metres', from: number, to: number) =>
  travel[of][from * travel.count + to]!

const isOpen = ({ windows }: RoundStop, time: number) =>
  windows.length === 0 || windows.some(({ from, to }) => time >= from - hair && time <= to + hair)

function eatsAtHome({ lunch }: RoundVehicle, { start, end }: { start: number; end: number }) {
  return !lunch || end + lunch.length <= lunch.to + hair || start - lunch.length >= lunch.from - hair
}

type Aboard = { grams: number; dm3: number }

function loadFaults(
  { pairs = [], stops }: RoundProblem,
  vehicle: RoundVehicle,
  said: Aboard[],
  asked: RoundStop[],
  atStart: Aboard,
) {
  return (['grams', 'dm3'] as const).flatMap((of) => {
    const faults: string[] = []
    let aboard = asked.reduce((sum, { dropOff }) => sum + (dropOff?.[of] ?? 0), 0)
    if (aboard !== atStart[of] || aboard > vehicle[of]) faults.push(`${vehicle.id} sets out with too many ${of}`)
    asked.forEach((stop, index) => {
      const collected = pairs.find(({ deliver }) => deliver === stop.id)?.collect
      aboard -= stop.dropOff?.[of] ?? 0
      aboard -= stops.find(({ id }) => id === collected)?.pickUp?.[of] ?? 0
      aboard += stop.pickUp?.[of] ?? 0
      if (aboard !== said[index]![of] || aboard > vehicle[of] || aboard < 0)
        faults.push(`${aboard} ${of} after ${stop.id}`)
    })
    return faults
  })
}

function orderFaults({ pairs = [] }: RoundProblem, vehicle: RoundVehicle, asked: RoundStop[]) {
  const ids = asked.map(({ id }) => id)
  const apart = pairs.filter(
    ({ collect, deliver }) =>
      ids.includes(collect) !== ids.includes(deliver) || ids.indexOf(collect) > ids.indexOf(deliver),
  )
  const misplaced = asked.filter(({ longestMm = 0, vehicles, pin }, index) => {
    if (longestMm > vehicle.longestMm || vehicles?.includes(vehicle.id) === false) return true
    if (pin && pin.vehicle !== vehicle.id) return true
    if (!pin?.place) return false
    const from = pin.place === 'first' ? 0 : ids.indexOf(pin.place.after) + 1
    if (pin.place !== 'first' && from === 0) return true
    // Several may want to stand at the same place: then only such ones are between.
    return from > index || asked.slice(from, index).some((other) => other.pin?.place === undefined)
  })
  return [
    ...apart.map(({ collect }) => `the pair of ${collect} is parted`),
    ...misplaced.map(({ id }) => `${id} may not be there`),
  ]
}

function costOf(problem: RoundProblem, { vehicles, leftOut }: RoundOutcome) {
  const { perSecond, perMetre } = problem.weights!
  const penalty = (id: string) => problem.stops.find((stop) => stop.id === id)?.penalty ?? 10_000
  return (
    vehicles.reduce((sum, { seconds, metres }) => sum + seconds * perSecond + metres * perMetre, 0) +
    leftOut.reduce((sum, { id }) => sum + penalty(id), 0)
  )
}

const hour = 3600
const load = fc.record({ grams: fc.integer({ min: 0, max: 400 }), dm3: fc.integer({ min: 0, max: 400 }) })
const span = (longest: number) =>
  fc
    .tuple(fc.integer({ min: 7, max: 17 }), fc.integer({ min: 1, max: longest }))
    .map(([from, hours]) => ({ from: from * hour, to: (from + hours) * hour }))

/** Days of every kind: tight and loose, with pairs, pins, pieces that are too long and stops that nobody can reach. */
export const someRound: fc.Arbitrary<RoundProblem> = fc
  .record({ stops: fc.integer({ min: 1, max: 12 }), vans: fc.integer({ min: 1, max: 3 }) })
  .chain(({ stops, vans }) =>
    fc.record({
      travel: someTravel(stops + 1),
      vehicles: fc.tuple(...Array.from({ length: vans }, (_, index) => someVan(index))),
      stops: fc.tuple(...Array.from({ length: stops }, (_, index) => someStop(index, vans))),
      pairs: fc.constantFrom([], [{ collect: 's0', deliver: 's1' }]).map((pairs) => (stops > 1 ? pairs : [])),
      weights: fc.constant({ perSecond: 0.01, perMetre: 0.001 }),
    }),
  )

/** Roads between points, with one-way detours: metric only by and large, as streets are. */
function someTravel(count: number) {
  const point = fc.tuple(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 4000 }))
  return fc.array(point, { minLength: count, maxLength: count }).map((points) => {
    const metres = Float64Array.from(
      points.flatMap((a, i) =>
        points.map((b, j) => (i === j ? 0 : Math.round(Math.hypot(a[0] - b[0], a[1] - b[1]) * (i < j ? 1 : 1.2)))),
      ),
    )
    return { count, metres, seconds: metres.map((far) => Math.round(far / 1.5)) }
  })
}

const someVan = (index: number): fc.Arbitrary<RoundVehicle> =>
  fc
    .record({
      grams: fc.integer({ min: 200, max: 2000 }),
      dm3: fc.integer({ min: 200, max: 2000 }),
      longestMm: fc.constantFrom(2000, 4000),
      hours: fc.integer({ min: 3, max: 11 }),
      lunch: fc.option(fc.constant({ from: 12 * hour, to: 14 * hour, length: 1800 }), { nil: undefined }),
      mostSeconds: fc.option(fc.integer({ min: 2 * hour, max: 8 * hour }), { nil: undefined }),
    })
    .map(({ hours, lunch, mostSeconds, ...van }) => ({
      ...{ id: `v${index}`, startAt: 0, endAt: 0, from: 8 * hour, to: (8 + hours) * hour, ...van },
      ...(lunch && { lunch }),
      ...(mostSeconds && { mostSeconds }),
    }))

function someStop(index: number, vans: number): fc.Arbitrary<RoundStop> {
  const van = fc.integer({ min: 0, max: vans - 1 }).map((v) => `v${v}`)
  const place = fc.constantFrom('first' as const, ...(index > 0 ? [{ after: `s${index - 1}` }] : []))
  return fc
    .record({
      service: fc.integer({ min: 0, max: 1800 }),
      windows: fc.array(span(6), { maxLength: 2 }),
      load,
      kind: fc.constantFrom('pickUp', 'pickUp', 'dropOff'),
      longestMm: fc.constantFrom(1000, 1000, 3000, 5000),
      pin: fc.option(
        fc.oneof(
          van.map((vehicle) => ({ vehicle })),
          fc.record({ vehicle: van, place }),
        ),
        { nil: undefined, freq: 4 },
      ),
    })
    .map(({ load: some, kind, pin, ...stop }) => ({
      ...{ id: `s${index}`, at: index + 1, ...stop, [index === 1 ? 'pickUp' : kind]: some },
      ...(pin && { pin }),
    }))
}
