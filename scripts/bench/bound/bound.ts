import { startSearch } from '#app/domain/pickups/rounds/search.ts'
import { type Instance, roundOf } from '../solomon.ts'
import { brokenCuts } from './cuts.ts'
import { Master, type Route } from './master.ts'
import { type Network, networkOf } from './network.ts'
import { Pricing, routeThrough } from './pricing.ts'

type Effort = { milliseconds: number; mostCuts?: number }

/**
 * A distance that no plan of an instance is below, however many vans it has: the linear relaxation of choosing routes, with
 * columns as they are needed (Desrochers, Desrosiers and Solomon, “A New Optimization Algorithm for the Vehicle Routing Problem
 * with Time Windows”, Operations Research 40(2), 1992) and then cuts.
 *
 * It does not trust HiGHS: for any prices a plan costs at least what they sum up to, less for each of its routes what the
 * cheapest of all routes is below its own (Lasdon, “Optimization Theory for Large Systems”, 1970), and it has no more routes
 * than customers. The best of these bounds is the answer, whenever the time is up.
 */
export function lowerBound(instance: Instance, { milliseconds, mostCuts = Number.POSITIVE_INFINITY }: Effort) {
  const deadline = performance.now() + milliseconds
  const network = networkOf(instance)
  const pricing = new Pricing(network)
  const master = new Master(network.count)
  master.add(firstRoutes(instance, network))
  let bound = 0
  for (;;) {
    const { prices, used } = master.solve()
    const some = pricing.price(prices, true, deadline)?.routes ?? []
    master.add(some)
    if (some.length > 0) continue
    const priced = pricing.price(prices, false, deadline)
    if (!priced) break
    const paid = sum(prices.nodes) - sum(prices.cuts.map(({ pays }) => pays))
    bound = Math.max(bound, paid + (network.count - 1) * priced.least - rounding)
    master.add(priced.routes)
    if (priced.routes.length > 0) continue
    const broken = brokenCuts(used, network.count, Math.min(mostAtOnce, mostCuts - master.cuts))
    if (broken.length === 0) break
    master.cut(broken)
  }
  const { columns, cuts } = master
  master.dispose()
  return { bound, columns, cuts }
}

/** More than what adding a few hundred doubles can be wrong by. */
const rounding = 1e-6
const mostAtOnce = 15

function sum(numbers: Iterable<number>) {
  let total = 0
  for (const number of numbers) total += number
  return total
}

/** Those of a plan that is found in little time, and one to each customer alone. */
function firstRoutes(instance: Instance, network: Network): Route[] {
  const search = startSearch(roundOf(instance), 1)
  search.run({ iterations: 2000 })
  const routes = search.best().vehicles.map(({ stops }) => stops.map(({ id }) => Number(id)))
  const alone = Array.from({ length: network.count - 1 }, (_, index) => [index + 1])
  return [...routes.filter((route) => route.length > 0), ...alone].map((nodes) => routeThrough(nodes, network))
}
