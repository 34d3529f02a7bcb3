import type { Instance } from '../solomon.ts'

/** The depot is node 0. Times are when the work at a node begins; a node can be left for any in its `next`. */
export type Network = {
  count: number
  capacity: number
  ready: Float64Array
  due: Float64Array
  demand: Float64Array
  distance: Float64Array
  /** From the beginning of the work at one node to the arrival at another, in a flat matrix as `distance`. */
  duration: Float64Array
  next: Int32Array[]
}

/** A route late by no more than what adding doubles in another order may make of it counts as feasible. */
export const leeway = 1e-6

/** With windows as narrow as the way from the depot and back to it allows. */
export function networkOf({ nodes, capacity }: Instance): Network {
  const count = nodes.length
  const distance = Float64Array.from(nodes.flatMap((a) => nodes.map((b) => Math.hypot(a.x - b.x, a.y - b.y))))
  const duration = distance.map((far, arc) => far + (arc < count ? 0 : nodes[Math.floor(arc / count)]!.service))
  const [opens, closes] = [nodes[0]!.ready, nodes[0]!.due]
  const ready = Float64Array.from(nodes, (node, j) => (j === 0 ? opens : Math.max(node.ready, opens + duration[j]!)))
  const due = Float64Array.from(nodes, (node, i) =>
    i === 0 ? closes : Math.min(node.due, closes - duration[i * count]!),
  )
  const demand = Float64Array.from(nodes, (node, i) => (i === 0 ? 0 : node.demand))
  const next = nodes.map((_, i) =>
    Int32Array.from(nodes.keys()).filter(
      (j) =>
        j > 0 &&
        i !== j &&
        demand[i]! + demand[j]! <= capacity &&
        Math.max(ready[j]!, ready[i]! + duration[i * count + j]!) <= due[j]! + leeway,
    ),
  )
  return { count, capacity, ready, due, demand, distance, duration, next }
}

/** The same with time run backwards from when the depot closes: its routes are those of the network from their end. */
export function mirrored({ ready, due, next, ...network }: Network): Network {
  const { count, distance, duration } = network
  const turned = (matrix: Float64Array) =>
    matrix.map((_, arc) => matrix[(arc % count) * count + Math.floor(arc / count)]!)
  const customers = Int32Array.from(next.keys()).subarray(1)
  return {
    ...network,
    ready: due.map((time) => due[0]! - time),
    due: ready.map((time) => due[0]! - time),
    distance: turned(distance),
    duration: turned(duration),
    next: next.map((_, j) => (j === 0 ? customers : customers.filter((i) => next[i]!.includes(j)))),
  }
}
