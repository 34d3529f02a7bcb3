import { describe, expect, test } from 'vitest'
import type { RoundProblem, RoundStop, RoundVehicle } from '#app/domain/pickups/rounds/problem.ts'
import { retime } from '#app/domain/pickups/rounds/retime.ts'
import { startSearch } from '#app/domain/pickups/rounds/search.ts'

const hour = 3600
const van: RoundVehicle = {
  ...{ id: 'van', startAt: 0, endAt: 0, grams: 1000, dm3: 1000, longestMm: 2000, from: 8 * hour, to: 18 * hour },
}

/** Stops at places on a street where one kilometre takes two minutes; the hub is at 0. */
function street(
  kilometres: number[],
  stops: Partial<RoundStop>[],
  vehicles: Partial<RoundVehicle>[] = [{}],
): RoundProblem {
  const all = [0, ...kilometres]
  const metres = Float64Array.from(all.flatMap((a) => all.map((b) => Math.abs(a - b) * 1000)))
  return {
    travel: { count: all.length, metres, seconds: metres.map((far) => far * 0.12) },
    vehicles: vehicles.map((own, index) => ({ ...van, id: `van-${index}`, ...own })),
    stops: stops.map((own, index) => ({ id: `s${index}`, at: index + 1, service: 600, windows: [], ...own })),
  }
}

const from = (opens: number, closes: number) => ({ windows: [{ from: opens * hour, to: closes * hour }] })
const timed = (problem: RoundProblem, ...stops: string[]) => {
  const outcome = retime(problem, [{ vehicle: 'van-0', stops }])
  return { outcome, vehicle: outcome.vehicles[0]! }
}

describe('an order somebody chose', () => {
  test('is timed: the van leaves as late as it can, and waits only where it must', () => {
    const { vehicle } = timed(street([10, 20], [from(9, 10), from(11, 12)]), 's0', 's1')
    expect(vehicle).toMatchObject({ start: 10 * hour - 1200, end: 11 * hour + 600 + 2400, metres: 40_000, wrong: [] })
    expect(vehicle.stops).toMatchObject([
      { arrival: 10 * hour, waiting: 0, start: 10 * hour, end: 10 * hour + 600 },
      { arrival: 10 * hour + 1800, waiting: 1800, start: 11 * hour, end: 11 * hour + 600 },
    ])
  })

  test('may be late: by so many seconds, here and for the day', () => {
    const { vehicle } = timed(street([10, 20], [from(8, 8.1), {}], [{ to: 9 * hour }]), 's1', 's0')
    expect(vehicle.stops.map(({ wrong }) => wrong)).toEqual([[], [{ what: 'late', by: 2400 + 600 + 1200 - 360 }]])
    expect(vehicle.wrong).toEqual([{ what: 'overtime', by: 2400 + 600 + 1200 + 600 + 1200 - 3600 }])
  })

  test('counts what is aboard: from the start, from each stop, and no longer than to the other of its pair', () => {
    const problem = street([1, 2, 3], [{ dropOff: { grams: 400, dm3: 100 } }, { pickUp: { grams: 900, dm3: 200 } }, {}])
    const paired = { ...problem, pairs: [{ collect: 's1', deliver: 's2' }] }
    const { vehicle } = timed(paired, 's1', 's0', 's2')
    expect([vehicle.grams, ...vehicle.stops.map(({ grams }) => grams)]).toEqual([400, 1300, 900, 0])
    expect(vehicle.stops[0]?.wrong).toEqual([{ what: 'over-grams', by: 300 }])
    expect(timed(paired, 's2', 's1').vehicle.stops[0]?.wrong).toEqual([{ what: 'not-collected' }])
  })

  test('may put a stop where it must not be', () => {
    const stops = [{ longestMm: 3000 }, { vehicles: ['other'] }, { pin: { vehicle: 'van-0', place: 'first' as const } }]
    const { vehicle } = timed(street([1, 2, 3], stops), 's0', 's1', 's2')
    expect(vehicle.stops.flatMap(({ wrong }) => wrong)).toEqual([
      { what: 'too-long', by: 1000 },
      { what: 'wrong-vehicle' },
      { what: 'wrong-place' },
    ])
  })

  test('leaves out what would fit: set aside by whoever chose', () => {
    expect(timed(street([1, 2], [{}, {}]), 's0').outcome.leftOut).toEqual([{ id: 's1', reason: 'set-aside' }])
  })
})

describe('lunch', () => {
  const lunch = { from: 12 * hour, to: 14 * hour, length: hour }

  test('is eaten while waiting, when there is waiting', () => {
    const { vehicle } = timed(street([10, 20], [from(11, 11.5), from(14, 15)], [{ lunch }]), 's0', 's1')
    expect(vehicle.lunch).toMatchObject({ start: 12 * hour, end: 13 * hour, before: 1 })
    expect(vehicle).toMatchObject({ start: 11.5 * hour - 1200, wrong: [] })
  })

  test('is not needed by who is back in time to eat, or sets out after eating', () => {
    expect(timed(street([10], [from(12, 12.5)], [{ lunch }]), 's0').vehicle.lunch).toBeUndefined()
    expect(timed(street([10], [from(15, 16)], [{ lunch }]), 's0').vehicle.lunch).toBeUndefined()
  })

  test('is missed when every minute of its window is taken', () => {
    const busy = { ...from(11, 12), service: 3 * hour }
    expect(timed(street([10], [busy], [{ lunch: { ...lunch, from: 12.5 * hour } }]), 's0').vehicle).toMatchObject({
      ...{ lunch: undefined, wrong: [{ what: 'no-lunch' }] },
    })
  })
})

describe('who is left out is told why', () => {
  const pickUp = (grams: number, dm3 = 0) => ({ pickUp: { grams, dm3 } })
  const cases: [string, Partial<RoundStop>, object][] = [
    ['heavier than any van carries', pickUp(1001), { reason: 'too-heavy' }],
    ['bigger than any van', pickUp(0, 1001), { reason: 'too-big' }],
    ['longer than any van', { longestMm: 2001 }, { reason: 'too-long' }],
    ['open only before anybody could be there', from(7, 8), { reason: 'window-impossible' }],
    ['more work than a day has', { service: 10 * hour }, { reason: 'not-enough-time' }],
    ['for a van that is not there', { vehicles: ['other'] }, { reason: 'vehicle-not-allowed' }],
    ['too heavy beside the rest', pickUp(300), { reason: 'not-enough-room', binding: 'grams' }],
    ['too big beside the rest', pickUp(0, 300), { reason: 'not-enough-room', binding: 'dm3' }],
    ['no time beside the rest', { service: 7 * hour }, { reason: 'not-enough-time' }],
  ]
  test.each(cases)('%s', (_, stop, reason) => {
    const rest = { ...pickUp(800, 800), service: 3 * hour, penalty: 1e6 }
    const search = startSearch(street([10, 11], [rest, stop]), 1)
    search.run({ iterations: 20 })
    expect(search.best().leftOut).toEqual([{ id: 's1', ...reason }])
  })

  test('the part of a pair that would fit goes with the other', () => {
    const problem = { ...street([1, 2], [pickUp(10), { longestMm: 9000 }]), pairs: [{ collect: 's0', deliver: 's1' }] }
    expect(startSearch(problem, 1).best().leftOut).toEqual([
      { id: 's0', reason: 'too-long' },
      { id: 's1', reason: 'too-long' },
    ])
  })

  test('a locked van takes nobody more', () => {
    const search = startSearch(street([1, 2], [{}, {}], [{ locked: ['s1'] }]), 1)
    search.run({ iterations: 20 })
    expect(search.best().leftOut).toEqual([{ id: 's0', reason: 'vehicle-not-allowed' }])
  })
})

test('with two windows the van comes for the one it need not wait in', () => {
  const windows = [8.5, 15].map((opens) => ({ from: opens * hour, to: (opens + 1) * hour }))
  const problem = street([10, 20], [{ windows }, from(15, 16)])
  expect(timed(problem, 's0', 's1').vehicle).toMatchObject({ seconds: 2 * 2400 + 1200 })
})

test('a day without stops, and one without vans, are plans as well', () => {
  const empty = startSearch(street([], []), 1)
  empty.run({ iterations: 5 })
  expect(empty.best()).toMatchObject({ cost: 0, leftOut: [] })
  const nobody = startSearch(street([1], [{}], []), 1)
  nobody.run({ iterations: 5 })
  expect(nobody.best()).toMatchObject({ vehicles: [], leftOut: [{ id: 's0', reason: 'vehicle-not-allowed' }] })
})
