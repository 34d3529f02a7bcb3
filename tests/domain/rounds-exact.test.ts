import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RoundProblem } from '#app/domain/pickups/rounds/problem.ts'
import { startSearch } from '#app/domain/pickups/rounds/search.ts'
import { leastCost } from '../support/exact-round.ts'
import { faultsOf } from '../support/rounds.ts'

const hour = 3600
/** HiGHS takes a second or two for each, on a machine that does nothing else. */
const patience = 120_000

test(
  'a small day of any kind costs what it must at least',
  async () => {
    for (const problem of fc.sample(smallDay(), { numRuns: 3, seed: 7 })) await expectLeast(problem)
  },
  patience,
)

test(
  'a small plain day, where only the road counts, is as short as it can be',
  async () => {
    for (const problem of fc.sample(plainDay(), { numRuns: 2, seed: 11 })) await expectLeast(problem)
  },
  patience,
)

async function expectLeast(problem: RoundProblem) {
  const search = startSearch(problem, 1)
  search.run({ iterations: 1500 })
  const best = search.best()
  expect(faultsOf(problem, best)).toEqual([])
  expect(best.cost).toBeCloseTo(await leastCost(problem), 3)
}

function smallDay(): fc.Arbitrary<RoundProblem> {
  return fc
    .record({
      points: points(7),
      vans: fc.tuple(load(700), load(500)),
      stops: fc.tuple(...Array.from({ length: 5 }, stop)),
    })
    .map(({ points, vans, stops }) => ({
      travel: travelBetween(points),
      vehicles: vans.map((room, index) => ({
        ...{ id: `v${index}`, startAt: 0, endAt: index === 0 ? 0 : 6, ...room, longestMm: 3000 },
        ...{ from: 8 * hour, to: (13 + index) * hour, mostSeconds: 5 * hour },
      })),
      stops: stops.map((one, index) => ({ ...one, id: `s${index}`, at: index + 1, penalty: 3000 })),
      pairs: [{ collect: 's0', deliver: 's1' }],
      weights: { perSecond: 0.01, perMetre: 0.002 },
    }))
    .map((problem) => ({
      ...problem,
      stops: problem.stops.map(({ pickUp, ...one }, index) => (index < 2 ? one : { ...one, pickUp })),
    }))
}

function plainDay(): fc.Arbitrary<RoundProblem> {
  const van = { startAt: 0, endAt: 0, grams: 900, dm3: 0, longestMm: 0, from: 8 * hour, to: 16 * hour }
  return fc
    .record({ points: points(6), stops: fc.tuple(...Array.from({ length: 5 }, stop)) })
    .map(({ points, stops }) => ({
      travel: travelBetween(points),
      vehicles: [0, 1].map((index) => ({ id: `v${index}`, ...van })),
      stops: stops.map(({ pickUp, windows: [window], service }, index) => ({
        ...{ id: `s${index}`, at: index + 1, penalty: 50_000, service, pickUp: { grams: pickUp.grams, dm3: 0 } },
        windows: [{ from: window!.from, to: window!.to + 2 * hour }],
      })),
      weights: { perSecond: 0, perMetre: 1 },
    }))
}

const points = (count: number) =>
  fc.array(fc.tuple(fc.nat({ max: 3000 }), fc.nat({ max: 3000 })), { minLength: count, maxLength: count })

const load = (most: number) =>
  fc.record({ grams: fc.integer({ min: most - 300, max: most }), dm3: fc.integer({ min: most - 300, max: most }) })

function stop() {
  const window = fc.integer({ min: 8, max: 11 }).map((from) => ({ from: from * hour, to: (from + 1.5) * hour }))
  return fc.record({
    service: fc.integer({ min: 300, max: 2400 }),
    windows: fc.array(window, { minLength: 1, maxLength: 2 }),
    pickUp: load(400),
  })
}

function travelBetween(all: [number, number][]) {
  const metres = Float64Array.from(all.flatMap((a) => all.map((b) => Math.ceil(Math.hypot(a[0] - b[0], a[1] - b[1])))))
  return { count: all.length, metres, seconds: metres.map((far) => far * 0.8) }
}
