import { anneal, type Changing, type Effort } from './anneal.ts'
import { Chance } from './chance.ts'
import { construct } from './construct.ts'
import { dayOf } from './day.ts'
import type { RoundOutcome } from './outcome.ts'
import { fillPlan, isPlain, networkFor } from './plain/plain-day.ts'
import { PlainSearch } from './plain/search.ts'
import { Plan } from './plan.ts'
import type { RoundProblem } from './problem.ts'
import { Recreate } from './recreate.ts'
import { outcomeOf } from './retime.ts'
import { Ruin } from './ruin.ts'

export type RoundSearch = {
  /** Improves the best plan for so long, from hot to cold, and says how many changes it tried. May be called again. */
  run: (effort: Effort) => number
  standing: () => { cost: number; leftOut: number }
  best: () => RoundOutcome
}

/** A first plan at once, better ones with every run; `onBetter` is called in the middle of it, and may ask for the best. */
export function startSearch(problem: RoundProblem, seed: number, onBetter: () => void = () => {}): RoundSearch {
  const best = new Plan(dayOf(problem))
  const search = isPlain(best.day) ? plainSearch(best, seed, onBetter) : wholeSearch(best, seed, onBetter)
  return { ...search, standing: () => ({ cost: best.cost, leftOut: best.absent() }), best: () => outcomeOf(best) }
}

function plainSearch(best: Plan, seed: number, onBetter: () => void) {
  const search = new PlainSearch(networkFor(best.day), seed)
  fillPlan(best, search.best)
  return {
    run: (effort: Effort) => {
      const steps = search.run(effort)
      fillPlan(best, search.best)
      onBetter()
      return steps
    },
  }
}

function wholeSearch(best: Plan, seed: number, onBetter: () => void) {
  const chance = new Chance(seed)
  const plan = new Plan(best.day, best.clock)
  const kept = new Plan(best.day, best.clock)
  const ruin = new Ruin(plan, chance)
  const recreate = new Recreate(plan, chance)
  construct(best)
  const changing: Changing = {
    cost: () => plan.cost,
    change: () => {
      ruin.run()
      return recreate.run()
    },
    keep: () => kept.copy(plan),
    takeBack: () => plan.copy(kept),
    remember: () => {
      best.copy(plan)
      onBetter()
    },
  }
  return {
    run: (effort: Effort) => {
      plan.copy(best)
      kept.copy(best)
      const scale = best.road() / Math.max(1, best.day.count)
      const steps =
        best.day.count === 0 ? 0 : anneal(changing, chance, effort, { first: scale * hot, last: scale * cold })
      // A blink may have left out what still fits.
      construct(best)
      return steps
    },
  }
}

/** Of what a stop costs on average. */
const hot = 1
const cold = 0.01
