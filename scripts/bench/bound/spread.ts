import type { Charges } from './charges.ts'
import type { Labels } from './labels.ts'
import type { Memory } from './memory.ts'
import { leeway, type Network } from './network.ts'

export type Ground = { network: Network; memory: Memory; nodes: Float64Array; charges: Charges }

/** Up to when labels go on, whether what lies beyond is kept, and when to stop by the clock. */
export type Reach = { until: number; beyond: boolean; deadline: number }

/**
 * Fills the labels with all partial routes that start at the depot and that are worth to be kept. They go on in the order of
 * their time, by the thousandth of a day. False when out of time.
 */
export function spread(labels: Labels, ground: Ground, reach: Reach): boolean {
  const { ready, due } = ground.network
  const width = (due[0]! - ready[0]!) / 1000
  const slots: number[][] = []
  let gone = 0
  const line = (id: number) => (slots[Math.floor((labels.time[id]! - ready[0]!) / width)] ??= []).push(id)
  begin(labels, ready[0]!, ground.charges.words)
  line(0)
  for (let slot = 0; slot < slots.length; slot++)
    // What is added to the slot while it is at work has its turn too.
    for (const id of slots[slot] ?? []) {
      if (labels.gone[id] === 1 || labels.time[id]! > reach.until) continue
      if ((gone++ & 255) === 0 && performance.now() > reach.deadline) return false
      for (const to of ground.network.next[labels.node[id]!]!)
        if (goOn(labels, id, to, ground, reach)) line(labels.size - 1)
    }
  return true
}

function begin(labels: Labels, time: number, words: number) {
  labels.node[0] = labels.memory[0] = labels.cost[0] = labels.load[0] = 0
  labels.parent[0] = -1
  labels.time[0] = time
  labels.odd.fill(0, 0, words)
  labels.keep()
}

function goOn(labels: Labels, id: number, to: number, { network, memory, nodes, charges }: Ground, reach: Reach) {
  const from = labels.node[id]!
  const arc = from * network.count + to
  const time = Math.max(network.ready[to]!, labels.time[id]! + network.duration[arc]!)
  if (time > network.due[to]! + leeway || (!reach.beyond && time > reach.until)) return false
  const load = labels.load[id]! + network.demand[to]!
  if (load > network.capacity) return false
  const remembered = memory.after(labels.memory[id]!, from, to)
  if (remembered < 0) return false
  const made = labels.size
  let cost = labels.cost[id]! + network.distance[arc]! - nodes[to]!
  for (let word = 0; word < charges.words; word++) {
    const [odd, here] = [labels.odd[id * charges.words + word]!, charges.at(to, word)]
    if ((odd & here) !== 0) cost += charges.of(odd & here, word)
    labels.odd[made * charges.words + word] = odd ^ here
  }
  labels.node[made] = to
  labels.parent[made] = id
  labels.memory[made] = remembered
  labels.cost[made] = cost
  labels.time[made] = time
  labels.load[made] = load
  return labels.keep()
}
