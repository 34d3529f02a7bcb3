import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { retime } from '#app/domain/pickups/rounds/retime.ts'
import { startSearch } from '#app/domain/pickups/rounds/search.ts'
import { faultsOf, someRound } from '../support/rounds.ts'

const sequencesOf = (outcome: ReturnType<typeof retime>) =>
  outcome.vehicles.map(({ id, stops }) => ({ vehicle: id, stops: stops.map((stop) => stop.id) }))

describe('of any day', () => {
  test('the first plan and the better one keep every rule, and no stop is forgotten', () => {
    fc.assert(
      fc.property(someRound, fc.nat(), (problem, seed) => {
        const search = startSearch(problem, seed)
        const first = search.best()
        expect(faultsOf(problem, first)).toEqual([])
        search.run({ iterations: 60 })
        const best = search.best()
        expect(faultsOf(problem, best)).toEqual([])
        expect(best.cost).toBeLessThanOrEqual(first.cost + 1e-9)
        expect(best.cost).toBeCloseTo(search.standing().cost, 6)
      }),
      { numRuns: 120 },
    )
  })

  test('the same seed and as many changes make the same plan', () => {
    fc.assert(
      fc.property(someRound, fc.nat(), (problem, seed) => {
        const [one, other] = [startSearch(problem, seed), startSearch(problem, seed)]
        for (const search of [one, other]) search.run({ iterations: 40 })
        expect(one.best()).toEqual(other.best())
      }),
      { numRuns: 30 },
    )
  })

  test('the order that was found is timed again the same', () => {
    fc.assert(
      fc.property(someRound, (problem) => {
        const best = startSearch(problem, 1).best()
        const { leftOut, ...timed } = retime(problem, sequencesOf(best))
        expect({ ...timed, leftOut: leftOut.map(({ id }) => id) }).toEqual({
          ...best,
          leftOut: best.leftOut.map(({ id }) => id),
        })
      }),
      { numRuns: 60 },
    )
  })

  test('a locked vehicle keeps its stops in their order, whatever they are', () => {
    fc.assert(
      fc.property(someRound, fc.nat(), (problem, seed) => {
        const locked = problem.stops.filter((_, index) => index % 3 === seed % 3).map(({ id }) => id)
        const [first, ...others] = problem.vehicles
        const search = startSearch(
          { ...problem, vehicles: [{ ...first!, locked: locked.toReversed() }, ...others] },
          seed,
        )
        search.run({ iterations: 30 })
        const best = search.best()
        expect(sequencesOf(best)[0]?.stops).toEqual(locked.toReversed())
        expect(best.cost).toBeCloseTo(search.standing().cost, 6)
      }),
      { numRuns: 60 },
    )
  })

  test('a locked vehicle keeps a stop that was to follow another elsewhere', () => {
    const [near, far] = [100, 1000]
    const metres = Float64Array.from([
      ...[0, near, near, near],
      ...[near, 0, near, far],
      ...[near, near, 0, near],
      ...[near, far, near, 0],
    ])
    const van = { startAt: 0, endAt: 0, from: 0, to: 36_000, grams: 1000, dm3: 1000, longestMm: 2000 }
    const stop = { service: 0, windows: [] }
    const search = startSearch(
      {
        travel: { count: 4, metres, seconds: metres },
        vehicles: [
          { ...van, id: 'gone', locked: ['b'] },
          { ...van, id: 'free' },
        ],
        stops: [
          { ...stop, id: 'a', at: 1 },
          { ...stop, id: 'b', at: 2, pin: { vehicle: 'free', place: { after: 'a' } } },
          { ...stop, id: 'c', at: 3 },
        ],
      },
      1,
    )
    search.run({ iterations: 30 })
    expect(sequencesOf(search.best())[0]?.stops).toEqual(['b'])
  })
})
