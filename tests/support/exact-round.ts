import loadHighs from 'highs'
import type { RoundProblem } from '#app/domain/pickups/rounds/problem.ts'

/**
 * The least cost of a small day, by mixed-integer programming (HiGHS): vans that start and end anywhere, loads that are picked
 * up, at least one window for each stop, pairs without a load, stops left out at a penalty. No lunch and no pins.
 */
export async function leastCost(problem: RoundProblem): Promise<number> {
  const highs = await loadHighs()
  const answer = highs.solve(programOf(problem), { mip_rel_gap: 0, mip_abs_gap: 1e-7 })
  if (answer.Status !== 'Optimal') throw new Error(`HiGHS says ${answer.Status}`)
  return answer.ObjectiveValue
}

const midnight = 86_400

/** In CPLEX's LP format. xV_I_J: van V goes from stop I to stop J, where S is its start and E its end; tI: work begins at I. */
function programOf(problem: RoundProblem): string {
  const { stops, vehicles, pairs = [], weights, travel } = problem
  const { perSecond, perMetre } = weights!
  const goal: string[] = []
  const rules: string[] = []
  const bounds: string[] = []
  const binaries: string[] = []
  const where = (v: number, node: Node) =>
    node === 'S' ? vehicles[v]!.startAt : node === 'E' ? vehicles[v]!.endAt : stops[node]!.at
  const between = (of: 'seconds' | 'metres', v: number, i: Node, j: Node) =>
    travel[of][where(v, i) * travel.count + where(v, j)]!
  const earliest = (v: number, node: Node) =>
    typeof node === 'string' ? vehicles[v]!.from : Math.min(midnight, ...stops[node]!.windows.map(({ from }) => from))
  const latest = (v: number, node: Node) =>
    typeof node === 'string' ? vehicles[v]!.to : Math.max(0, ...stops[node]!.windows.map(({ to }) => to))
  const inner = [...stops.keys()]
  const out = (v: number, i: Node) => nextOf(i, inner).map((j) => `x${v}_${i}_${j}`)
  const into = (v: number, j: Node) => before(j, inner).map((i) => `x${v}_${i}_${j}`)

  for (const [v, van] of vehicles.entries()) {
    goal.push(`${perSecond} e${v} - ${perSecond} s${v}`)
    rules.push(`${out(v, 'S').join(' + ')} = 1`, `${into(v, 'E').join(' + ')} = 1`, `e${v} - s${v} >= 0`)
    bounds.push(`${van.from} <= s${v} <= ${van.to}`, `${van.from} <= e${v} <= ${van.to}`)
    if (van.mostSeconds !== undefined) rules.push(`e${v} - s${v} <= ${van.mostSeconds}`)
    for (const of of ['grams', 'dm3'] as const)
      rules.push(
        `${inner.flatMap((j) => into(v, j).map((x) => `${stops[j]!.pickUp?.[of] ?? 0} ${x}`)).join(' + ')} <= ${van[of]}`,
      )
    for (const j of inner) rules.push(`${into(v, j).join(' + ')} - ${out(v, j).join(' - ')} = 0`)
    for (const i of ['S', ...inner] as Node[])
      for (const j of nextOf(i, inner)) {
        binaries.push(`x${v}_${i}_${j}`)
        if (i === 'S' && j === 'E') continue
        goal.push(`${perMetre * between('metres', v, i, j)} x${v}_${i}_${j}`)
        const takes = (i === 'S' || i === 'E' ? 0 : stops[i]!.service) + between('seconds', v, i, j)
        const [from, to] = [i === 'S' ? `s${v}` : `t${i}`, j === 'E' ? `e${v}` : `t${j}`]
        const slack = Math.max(0, latest(v, i) + takes - earliest(v, j))
        rules.push(`${to} - ${from} - ${slack} x${v}_${i}_${j} >= ${takes - slack}`)
      }
  }
  for (const [i, stop] of stops.entries()) {
    const visits = vehicles.flatMap((_, v) => into(v, i))
    rules.push(`${visits.join(' + ')} + a${i} = 1`)
    goal.push(`${stop.penalty} a${i}`)
    binaries.push(`a${i}`, ...stop.windows.map((_, w) => `w${i}_${w}`))
    bounds.push(`${earliest(0, i)} <= t${i} <= ${latest(0, i)}`)
    rules.push(`${stop.windows.map((_, w) => `w${i}_${w}`).join(' + ')} = 1`)
    for (const [w, { from, to }] of stop.windows.entries())
      rules.push(`t${i} - ${from} w${i}_${w} >= 0`, `t${i} + ${latest(0, i) - to} w${i}_${w} <= ${latest(0, i)}`)
  }
  for (const { collect, deliver } of pairs) {
    const [i, j] = [collect, deliver].map((id) => stops.findIndex((stop) => stop.id === id)) as [number, number]
    for (const v of vehicles.keys()) rules.push(`${into(v, i).join(' + ')} - ${into(v, j).join(' - ')} = 0`)
    rules.push(`t${j} - t${i} + ${midnight} a${i} >= ${stops[i]!.service}`)
  }
  return [
    ...['Minimize', ` obj: ${goal.join(' + ').replaceAll('+ -', '- ')}`, 'Subject To'],
    ...rules.map((rule, index) => ` r${index}: ${rule}`),
    ...['Bounds', ...bounds.map((bound) => ` ${bound}`), 'Binaries', ` ${binaries.join(' ')}`, 'End'],
  ].join('\n')
}

type Node = number | 'S' | 'E'

const nextOf = (i: Node, inner: number[]): Node[] => [...inner.filter((j) => j !== i), 'E']
const before = (j: Node, inner: number[]): Node[] => ['S', ...inner.filter((i) => i !== j)]
