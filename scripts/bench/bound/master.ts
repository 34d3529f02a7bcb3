import loadHighs from 'highs'
import { type Cut, type Prices, timesIn } from './cuts.ts'

/** The customers in their order; an ng-route may come to one more than once. */
export type Route = { nodes: readonly number[]; distance: number }

const highs = await loadHighs()

/** The linear program that chooses shares of the routes it knows, so that every customer is visited at least once. */
export class Master {
  readonly #model = highs.createModel()
  readonly #count: number
  readonly #routes: Route[] = []
  readonly #cuts: Cut[] = []

  constructor(count: number) {
    this.#count = count
    // The columns that are added leave the basis primal feasible.
    this.#model.options.set({ output_flag: false, simplex_strategy: 4 })
    for (let node = 1; node < count; node++) this.#model.addRow(1, highs.infinity, { indices: [], values: [] })
  }

  get columns() {
    return this.#routes.length
  }

  get cuts() {
    return this.#cuts.length
  }

  add(routes: readonly Route[]) {
    for (const route of routes) {
      const visits = new Map<number, number>()
      for (const node of route.nodes) visits.set(node - 1, (visits.get(node - 1) ?? 0) + 1)
      for (const [index, cut] of this.#cuts.entries())
        if (timesIn(cut, route) > 0) visits.set(this.#count - 1 + index, timesIn(cut, route))
      const entries = [...visits].sort(([a], [b]) => a - b)
      this.#model.addCol(route.distance, 0, highs.infinity, {
        indices: entries.map(([row]) => row),
        values: entries.map(([, times]) => times),
      })
      this.#routes.push(route)
    }
  }

  cut(cuts: readonly Cut[]) {
    for (const cut of cuts) {
      const entries = [...this.#routes.entries()].filter(([, route]) => timesIn(cut, route) > 0)
      this.#model.addRow(-highs.infinity, 1, {
        indices: entries.map(([column]) => column),
        values: entries.map(([, route]) => timesIn(cut, route)),
      })
      this.#cuts.push(cut)
    }
  }

  /** The prices are of the signs they must have, so that any bound made of them holds however exact HiGHS was. */
  solve() {
    this.#model.run()
    const { rowDual, colValue } = this.#model.getSolution()
    const nodes = Float64Array.from({ length: this.#count }, (_, node) => Math.max(0, rowDual[node - 1] ?? 0))
    const cuts = this.#cuts
      .map((cut, index) => ({ cut, pays: Math.max(0, -rowDual[this.#count - 1 + index]!) }))
      .filter(({ pays }) => pays > 0)
    const used = this.#routes
      .map((route, column) => ({ route, share: colValue[column]! }))
      .filter(({ share }) => share > 1e-9)
    const prices: Prices = { nodes, cuts }
    return { prices, used }
  }

  dispose() {
    this.#model.dispose()
  }
}
