import { anneal, type Changing, type Effort } from '../anneal.ts'
import { Chance } from '../chance.ts'
import type { Network } from './network.ts'
import { Recreate } from './recreate.ts'
import { Ruin } from './ruin.ts'
import { Tours } from './tours.ts'

/** Searches a plain day; `best` are tours of nodes. */
export class PlainSearch {
  readonly best: Tours
  private readonly kept: Tours
  private readonly tours: Tours
  private readonly chance: Chance
  private readonly ruin: Ruin
  private readonly recreate: Recreate

  constructor(network: Network, seed: number) {
    this.chance = new Chance(seed)
    this.tours = new Tours(network)
    this.kept = new Tours(network)
    this.best = new Tours(network)
    this.ruin = new Ruin(this.tours, this.chance)
    this.recreate = new Recreate(this.tours, this.chance)
    this.recreate.run()
    this.kept.copy(this.tours)
    this.best.copy(this.tours)
  }

  run(effort: Effort) {
    const { tours, kept, best } = this
    const changing: Changing = {
      cost: () => tours.cost,
      change: () => {
        this.ruin.run()
        this.recreate.run()
        return tours.cost
      },
      keep: () => kept.copy(tours),
      takeBack: () => tours.copy(kept),
      remember: () => best.copy(tours),
    }
    const scale = best.roadForEach()
    const steps = anneal(changing, this.chance, effort, { first: scale * hot, last: scale * cold })
    best.count()
    return steps
  }
}

/** Of what a stop costs on average. */
const hot = 1
const cold = 0.01
