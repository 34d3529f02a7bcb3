import { Charges } from './charges.ts'
import type { Prices } from './cuts.ts'
import { Labels } from './labels.ts'
import type { Route } from './master.ts'
import { Memory } from './memory.ts'
import { leeway, mirrored, type Network } from './network.ts'
import { spread } from './spread.ts'

/** What routes cost less than their customers pay for, and by how much the cheapest does. */
type Priced = { routes: Route[]; least: number }

type Join = { early: number; late: number; cost: number }

/** What costs as good as nothing is not worth a column. */
const worth = 1e-6
const mostRoutes = 200

/**
 * Finds routes of negative reduced cost by setting labels from both ends up to the middle of the day: Righini and Salani,
 * “Symmetry Helps: Bounded Bi-Directional Dynamic Programming for the Elementary Shortest Path Problem with Resource
 * Constraints”, Discrete Optimization 3(3), 2006.
 */
export class Pricing {
  readonly #network: Network
  readonly #back: Network
  readonly #memory: Memory
  readonly #early: Labels
  readonly #late: Labels
  #middle: number
  #charges: Charges

  constructor(network: Network, remembered = 10) {
    this.#network = network
    this.#back = mirrored(network)
    this.#memory = new Memory(network, remembered)
    this.#charges = new Charges(network.count, [])
    this.#early = new Labels(this.#charges)
    this.#late = new Labels(this.#charges)
    this.#middle = (network.ready[0]! + network.due[0]!) / 2
  }

  /** Roughly: some routes, quickly. Else `least` is what no route is below. Undefined when out of time. */
  price(prices: Prices, rough: boolean, deadline: number): Priced | undefined {
    const { count, due } = this.#network
    this.#charges = new Charges(count, prices.cuts)
    const ground = { memory: this.#memory, nodes: prices.nodes, charges: this.#charges }
    this.#early.clear(count, this.#charges, rough)
    this.#late.clear(count, this.#charges, rough)
    const done =
      spread(this.#early, { ...ground, network: this.#network }, { until: this.#middle, beyond: true, deadline }) &&
      spread(
        this.#late,
        { ...ground, network: this.#back },
        { until: due[0]! - this.#middle + 2 * leeway, beyond: false, deadline },
      )
    if (!done) return undefined
    const joins = this.#joins(prices.nodes).sort((a, b) => a.cost - b.cost)
    this.#balance()
    return {
      least: Math.min(-worth, joins[0]?.cost ?? 0),
      routes: joins.slice(0, mostRoutes).map((join) => this.#routeOf(join)),
    }
  }

  /** A route is joined at the first customer that it reaches after the middle; one without is there already. */
  #joins(nodes: Float64Array): Join[] {
    const { count, distance } = this.#network
    const found: Join[] = []
    for (let node = 1; node < count; node++)
      for (const early of this.#early.at(node)) {
        const cost = this.#early.cost[early]! + distance[node * count]!
        if (this.#early.time[early]! > this.#middle) this.#join(early, nodes[node]!, found)
        else if (cost < -worth) found.push({ early, late: -1, cost })
      }
    return found
  }

  /** Adds the best way home for a label, if there is any that is worth it. */
  #join(early: number, pays: number, found: Join[]) {
    const [start, end, { due, capacity, demand }] = [this.#early, this.#late, this.#network]
    const node = start.node[early]!
    const refund = this.#refund(early, node)
    const [cost, time, load] = [start.cost[early]! + pays, due[0]! - start.time[early]!, capacity - start.load[early]!]
    const best = { early, late: -1, cost: -worth }
    for (const late of end.at(node)) {
      const total = cost + end.cost[late]!
      if (total - refund >= best.cost) break
      if (end.time[late]! > time + leeway || end.load[late]! - demand[node]! > load) continue
      // Both remember the node itself, which is the lowest bit.
      if ((start.memory[early]! & end.memory[late]!) !== 1) continue
      const joined = total + this.#chargeOf(early, late, node)
      if (joined < best.cost) Object.assign(best, { late, cost: joined })
    }
    if (best.late >= 0) found.push(best)
  }

  /** The visit to the node is in both halves: cuts with it may have charged for what is one visit. */
  #refund(early: number, node: number) {
    const { words } = this.#charges
    let sum = 0
    for (let word = 0; word < words; word++)
      sum += this.#charges.of(this.#charges.at(node, word) & ~this.#early.odd[early * words + word]!, word)
    return sum
  }

  #chargeOf(early: number, late: number, node: number) {
    const { words } = this.#charges
    let sum = 0
    for (let word = 0; word < words; word++) {
      const here = this.#charges.at(node, word)
      const [a, b] = [this.#early.odd[early * words + word]!, this.#late.odd[late * words + word]!]
      sum += this.#charges.of(a & b & ~here, word) - this.#charges.of(here & ~a & ~b, word)
    }
    return sum
  }

  /** The next time the side with more labels has less of the day. */
  #balance() {
    const [opens, closes] = [this.#network.ready[0]!, this.#network.due[0]!]
    const [early, late] = [this.#early.size, this.#late.size]
    if (Math.max(early, late) > 1.5 * Math.min(early, late))
      this.#middle += ((closes - opens) / 50) * Math.sign(late - early)
    this.#middle = Math.min(closes, Math.max(opens, this.#middle))
  }

  #routeOf({ early, late }: Join): Route {
    const nodes: number[] = []
    for (let id = early; id > 0; id = this.#early.parent[id]!) nodes.push(this.#early.node[id]!)
    nodes.reverse()
    if (late >= 0)
      for (let id = this.#late.parent[late]!; id > 0; id = this.#late.parent[id]!) nodes.push(this.#late.node[id]!)
    return routeThrough(nodes, this.#network)
  }
}

export function routeThrough(nodes: readonly number[], { count, distance }: Network): Route {
  const ways = [...nodes, 0].map((node, index) => distance[(nodes[index - 1] ?? 0) * count + node]!)
  return { nodes, distance: ways.reduce((a, b) => a + b) }
}
