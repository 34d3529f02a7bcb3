import type { Chance } from './chance.ts'

export type Changing = {
  cost: () => number
  /** Ruins and recreates, and says what the plan costs now. */
  change: () => number
  keep: () => void
  takeBack: () => void
  remember: () => void
}

/** How long to search: by the clock, or by a number of changes, which gives the same plan for the same seed. */
export type Effort = { milliseconds: number } | { iterations: number }

/** In units of cost: how much worse a change may be, at the beginning and in the end. */
export type Heat = { first: number; last: number }

/**
 * Simulated annealing (Kirkpatrick et al., 1983) whose temperature falls by the share of the effort that is spent, so that a
 * short search ends as cold as a long one. Returns the number of changes tried.
 */
export function anneal(plan: Changing, chance: Chance, effort: Effort, { first, last }: Heat): number {
  const begun = performance.now()
  const steps = 'iterations' in effort ? effort.iterations : Number.POSITIVE_INFINITY
  const spent = (step: number) =>
    'iterations' in effort ? step / effort.iterations : (performance.now() - begun) / effort.milliseconds
  let heat = first
  let current = plan.cost()
  let best = current
  let step = 0
  for (; step < steps; step++) {
    if (step % 32 === 0) {
      const share = spent(step)
      if (share >= 1) break
      heat = first * (last / first) ** share
    }
    const cost = plan.change()
    if (cost < current - heat * Math.log(chance.next())) {
      plan.keep()
      current = cost
      if (cost < best - 1e-9) {
        best = cost
        plan.remember()
      }
    } else plan.takeBack()
  }
  return step
}
