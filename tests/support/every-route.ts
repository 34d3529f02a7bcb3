import fc from 'fast-check'
import type { Instance } from '#scripts/bench/solomon.ts'

export type WholeRoute = { nodes: number[]; distance: number }

/** Every route that can be driven, found by trying all orders; a customer is visited again once it is not remembered. */
export function everyRoute(instance: Instance, remembers = instance.nodes.length): WholeRoute[] {
  const [depot, ...customers] = instance.nodes
  const near = instance.nodes.map((node) =>
    customers.toSorted((a, b) => far(node, a) - far(node, b)).slice(0, remembers),
  )
  return (function goOn(last: Node, nodes: number[], memory: Node[], time: number, road: number): WholeRoute[] {
    const further = customers.flatMap((to) => {
      const start = Math.max(to.ready, time + last.service + far(last, to))
      const load = [...nodes, to.id].reduce((all, id) => all + instance.nodes[id]!.demand, 0)
      if (memory.includes(to) || start > to.due || load > instance.capacity) return []
      const kept = [...memory.filter((one) => near[to.id]!.includes(one)), to]
      return goOn(to, [...nodes, to.id], kept, start, road + far(last, to))
    })
    const isHomeInTime = nodes.length > 0 && time + last.service + far(last, depot!) <= depot!.due
    return isHomeInTime ? [{ nodes, distance: road + far(last, depot!) }, ...further] : further
  })(depot!, [], [], depot!.ready, 0)
}

type Node = Instance['nodes'][number]

const far = (a: Node, b: Node) => Math.hypot(a.x - b.x, a.y - b.y)

/** Rounds in Solomon's format with so few routes that all can be tried. */
export function smallRound(count: number): fc.Arbitrary<Instance> {
  const customer = fc.record({
    ...{ x: fc.integer({ min: -30, max: 30 }), y: fc.integer({ min: -30, max: 30 }) },
    ...{ demand: fc.integer({ min: 1, max: 5 }), service: fc.nat({ max: 9 }) },
    ...{ ready: fc.integer({ min: 45, max: 120 }), width: fc.nat({ max: 150 }) },
  })
  const depot = { id: 0, x: 0, y: 0, demand: 0, ready: 0, due: 260, service: 0 }
  return fc.array(customer, { minLength: count, maxLength: count }).map((customers) => ({
    ...{ name: 'small', vans: count, capacity: 13 },
    nodes: [depot, ...customers.map(({ width, ...one }, index) => ({ ...one, id: index + 1, due: one.ready + width }))],
  }))
}
