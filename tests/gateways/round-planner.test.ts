import { afterEach, expect, test } from 'vitest'
import type { RoundProblem } from '#app/domain/pickups/rounds/problem.ts'
import { type Planning, planningOf, startPlanning, stopPlanning } from '#app/gateways/round-planner.server.ts'
import { romanRound } from '#scripts/bench/roman-round.ts'
import { faultsOf } from '../support/rounds.ts'

const begun: string[] = []

afterEach(() => {
  for (const id of begun.splice(0)) stopPlanning(id)
})

/** Starts a planning, and gives it when it is over, with the costs that were heard on the way. */
function plan(problem: RoundProblem, seconds: number) {
  const heard: Planning[] = []
  const over = new Promise<Planning>((resolve) => {
    const started = startPlanning(problem, {
      seconds,
      heard: (planning) => {
        heard.push(planning)
        if (planning.state !== 'searching') resolve(planning)
      },
    })
    if ('refused' in started) throw new Error(started.refused)
    begun.push(started.id)
  })
  return { heard, over, id: begun.at(-1) ?? '' }
}

test('a planning reports better and better plans, ends by itself, and its plan can be read', async () => {
  const problem = { ...romanRound(1), weights: { perSecond: 0.01, perMetre: 0.001 } }
  const { heard, over, id } = plan(problem, 2)
  const ended = await over
  expect(ended).toMatchObject({ id, state: 'ended', planned: 30, leftOut: 0 })
  expect(faultsOf(problem, ended.best!)).toEqual([])
  const costs = heard.map(({ best }) => best!.cost)
  expect(costs).toEqual(costs.toSorted((a, b) => b - a))
  expect(costs.at(-1)).toBeLessThan(costs[0]!)
  expect(planningOf(id)).toEqual(ended)
})

test('it can be stopped, and keeps what it has found', async () => {
  const { heard, over, id } = plan(romanRound(2), 30)
  await expect.poll(() => heard.length).toBeGreaterThan(0)
  expect(stopPlanning(id)).toMatchObject({ state: 'stopped', planned: 30 })
  expect((await over).state).toBe('stopped')
})

test('no more than two at once, and none without bounds', () => {
  const [first, second] = [plan(romanRound(1), 30), plan(romanRound(2), 30)]
  expect(startPlanning(romanRound(3))).toEqual({ refused: 'too-many-plannings' })
  for (const { id } of [first, second]) stopPlanning(id)
  expect(startPlanning(romanRound(3, 301))).toEqual({ refused: 'too-large' })
})

test('a day that cannot be understood fails as a value', async () => {
  const broken = { ...romanRound(1), travel: undefined } as unknown as RoundProblem
  expect(await plan(broken, 5).over).toMatchObject({ state: 'failed', best: undefined })
})

test('a planning nobody began is unknown', () => {
  expect(planningOf('nobody')).toBeUndefined()
  expect(stopPlanning('nobody')).toBeUndefined()
})
