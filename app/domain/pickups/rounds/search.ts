import { construct } from './construct.ts'
import { dayOf } from './day.ts'
import type { RoundOutcome } from './outcome.ts'
import { Plan } from './plan.ts'
import type { RoundProblem } from './problem.ts'
import { outcomeOf } from './retime.ts'

export type RoundSearch = { best: () => RoundOutcome }

/** A first plan at once. */
export function startSearch(problem: RoundProblem): RoundSearch {
  const plan = new Plan(dayOf(problem))
  construct(plan)
  return { best: () => outcomeOf(plan) }
}
