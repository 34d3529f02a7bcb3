import fc from 'fast-check'
import loadHighs from 'highs'
import { expect, test } from 'vitest'
import { lowerBound } from '#scripts/bench/bound/bound.ts'
import type { Cut, Prices } from '#scripts/bench/bound/cuts.ts'
import { networkOf } from '#scripts/bench/bound/network.ts'
import { Pricing } from '#scripts/bench/bound/pricing.ts'
import { type Instance, instanceOf } from '#scripts/bench/solomon.ts'
import { everyRoute, smallRound, type WholeRoute } from '../support/every-route.ts'

const highs = await loadHighs()
const soon = { milliseconds: 20_000 }
/** What the bound gives away for each customer, so that it holds whatever was added in which order. */
const digits = 4

test('on a round whose shares of routes are whole the bound is the length itself', () => {
  const line = (capacity: number) =>
    instanceOf('line', `3 ${capacity}\n0 0 0 0 0 100 0\n1 10 0 4 0 90 1\n2 20 0 4 0 90 1\n3 -10 0 4 0 10 1`)!
  expect(lowerBound(line(8), soon).bound).toBeCloseTo(40 + 20, digits)
  expect(lowerBound(line(4), soon).bound).toBeCloseTo(40 + 20 + 20, digits)
})

test('of three customers that go in twos cuts see what shares of routes do not', () => {
  const around = [0, 120, 240].map((turn, index) => {
    const [x, y] = [10 * Math.cos((turn * Math.PI) / 180), 10 * Math.sin((turn * Math.PI) / 180)]
    return `${index + 1} ${x} ${y} 1 0 1000 0`
  })
  const triangle = instanceOf('triangle', ['3 2', '0 0 0 0 0 1000 0', ...around].join('\n'))!
  const side = 10 * Math.sqrt(3)
  expect(lowerBound(triangle, { ...soon, mostCuts: 0 }).bound).toBeCloseTo(1.5 * (20 + side), digits)
  expect(lowerBound(triangle, soon).bound).toBeCloseTo(20 + side + 20, digits)
})

test('a bound is that of all routes there are, and with cuts between that and the length', () => {
  let allCuts = 0
  for (const instance of fc.sample(smallRound(8), { numRuns: 4, seed: 3 })) {
    const shares = leastInShares(instance)
    expect(lowerBound(instance, { ...soon, mostCuts: 0 }).bound).toBeCloseTo(shares, digits)
    const { bound, cuts } = lowerBound(instance, soon)
    expect(bound).toBeGreaterThan(shares - 1e-3)
    expect(bound).toBeLessThanOrEqual(leastOfAll(instance))
    allCuts += cuts
  }
  expect(allCuts).toBeGreaterThan(0)
})

test.each([
  [8, 10],
  [6, 3],
])(
  'whatever the prices, no route among %i customers is cheaper than the cheapest found, when %i are remembered',
  (count, remembered) => {
    for (const { instance, ...prices } of fc.sample(priced(count), { numRuns: 100, seed: 5 })) {
      const routes = everyRoute(instance, remembered)
      const least = Math.min(0, ...routes.map((route) => costBeyond(route, prices)))
      const priced = new Pricing(networkOf(instance), remembered).price(prices, false, Number.POSITIVE_INFINITY)
      expect(priced!.least).toBeCloseTo(least, 5)
    }
  },
)

test('when the time is up at once there is a bound as well', () => {
  const [instance] = fc.sample(smallRound(7), { numRuns: 1, seed: 3 })
  expect(lowerBound(instance!, { milliseconds: 0 }).bound).toBe(0)
})

function priced(count: number): fc.Arbitrary<Prices & { instance: Instance }> {
  const customer = fc.integer({ min: 1, max: count })
  const cut = fc.uniqueArray(customer, { minLength: 3, maxLength: 3 }).map(([a, b, c]): Cut => [a!, b!, c!])
  const paid = fc.array(fc.nat({ max: 150 }), { minLength: count, maxLength: count })
  return fc.record({
    instance: smallRound(count),
    nodes: paid.map((all) => Float64Array.from([0, ...all])),
    // More than have room in one word.
    cuts: fc.array(fc.record({ cut, pays: fc.integer({ min: 1, max: 70 }) }), { maxLength: 40, size: 'max' }),
  })
}

/** What a route costs beyond its price. */
function costBeyond({ nodes, distance }: WholeRoute, prices: Prices) {
  const paid = nodes.reduce((all, node) => all + prices.nodes[node]!, 0)
  const visits = (cut: Cut) => nodes.filter((node) => cut.includes(node)).length
  return prices.cuts.reduce((all, { cut, pays }) => all + Math.floor(visits(cut) / 2) * pays, distance - paid)
}

/** The shortest choice of routes, from every one that visits each customer: by all sets of customers. */
function leastOfAll(instance: Instance): number {
  const routes = everyRoute(instance).map(({ nodes, distance }) => ({
    distance,
    set: nodes.reduce((set, node) => set | (1 << (node - 1)), 0),
  }))
  const least = Array.from({ length: 1 << (instance.nodes.length - 1) }, (_, set) => (set === 0 ? 0 : Infinity))
  for (const [before, length] of least.entries())
    for (const { set, distance } of routes)
      if ((before & set) === 0) least[before | set] = Math.min(least[before | set]!, length + distance)
  return least.at(-1)!
}

/** The same when a share of a route may be driven, by HiGHS. */
function leastInShares(instance: Instance): number {
  const routes = everyRoute(instance)
  const visits = (id: number) => routes.flatMap(({ nodes }, index) => (nodes.includes(id) ? [`r${index}`] : []))
  const program = [
    ...['Minimize', ` obj: ${routes.map(({ distance }, index) => `${distance} r${index}`).join(' + ')}`, 'Subject To'],
    ...instance.nodes.slice(1).map(({ id }) => ` c${id}: ${visits(id).join(' + ')} = 1`),
    'End',
  ]
  return highs.solve(program.join('\n')).ObjectiveValue
}
