import type { Route } from './master.ts'

/** Three customers: of routes that serve two or three of them there is one at most. */
export type Cut = readonly [number, number, number]

/** What the linear program pays for a visit to each node, and each cut that binds with what a route pays for being in it. */
export type Prices = { nodes: Float64Array; cuts: { cut: Cut; pays: number }[] }

/**
 * The subset-row inequalities of Jepsen, Petersen, Spoorendonk and Pisinger, “Subset-Row Inequalities Applied to the
 * Vehicle-Routing Problem with Time Windows”, Operations Research 56(2), 2008, that a solution in shares of routes breaks:
 * the most broken first, few for each customer, since each makes pricing harder.
 */
export function brokenCuts(used: readonly { route: Route; share: number }[], count: number, most: number): Cut[] {
  const together = sharesTogether(used, count)
  const visits = used.map(({ route, share }) => ({ times: timesAt(route, count), share }))
  const found: { cut: Cut; by: number }[] = []
  for (let i = 1; i < count; i++)
    for (let j = i + 1; j < count; j++)
      for (let k = j + 1; k < count; k++) {
        if (together[i * count + j]! + together[i * count + k]! + together[j * count + k]! <= 1 + least) continue
        const cut: Cut = [i, j, k]
        const by = visits.reduce((sum, { times, share }) => sum + share * halved(times[i]! + times[j]! + times[k]!), -1)
        if (by > least) found.push({ cut, by })
      }
  return fewForEach(
    found.sort((a, b) => b.by - a.by).map(({ cut }) => cut),
    count,
    most,
  )
}

const least = 0.02
const mostOfCustomer = 4

/** How often a route counts in a cut. */
export function timesIn(cut: Cut, { nodes }: Route): number {
  return halved(nodes.filter((node) => cut.includes(node)).length)
}

const halved = (visits: number) => visits >> 1

function timesAt({ nodes }: Route, count: number) {
  const times = new Uint8Array(count)
  for (const node of nodes) times[node]!++
  return times
}

/** Never less than what the routes count in a cut: those with a pair, or that come twice to one of it. */
function sharesTogether(used: readonly { route: Route; share: number }[], count: number) {
  const together = new Float64Array(count * count)
  for (const { route, share } of used)
    for (const [index, a] of route.nodes.entries())
      for (const b of route.nodes.slice(index + 1))
        if (a !== b) together[Math.min(a, b) * count + Math.max(a, b)]! += share
        else
          for (let other = 0; other < count; other++)
            together[Math.min(a, other) * count + Math.max(a, other)]! += share
  return together
}

function fewForEach(cuts: Cut[], count: number, most: number) {
  const times = new Uint8Array(count)
  return cuts
    .filter((cut) => {
      const free = cut.every((node) => times[node]! < mostOfCustomer)
      if (free) for (const node of cut) times[node]!++
      return free
    })
    .slice(0, most)
}
