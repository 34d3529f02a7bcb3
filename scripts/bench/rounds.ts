import { startSearch } from '#app/domain/pickups/rounds/search.ts'
import type { Asked } from '#scripts/bench.ts'
import { print } from './figure.ts'
import { romanRound } from './roman-round.ts'
import { bestKnownIn, type Instance, instancesIn, roundOf } from './solomon.ts'

/**
 * How good the planner of rounds is. With a folder of instances in Solomon's format: each for so many seconds by the clock on
 * one thread, against the best distance known. Without: a day of thirty stops and two vans in Rome, over time.
 */
export async function run({ folder, seconds, instance, seed }: Asked) {
  if (folder === undefined) return ofRome(seconds ?? 60, seed)
  const [instances, known] = [await instancesIn(folder, instance), await bestKnownIn(folder)]
  if (instances.length === 0) throw new Error(`${folder} holds no such instance in Solomon's format (*.txt)`)
  const gaps = instances.map((one) => solve(one, known.get(one.name.toUpperCase()), (seconds ?? 30) * 1000, seed))
  const of = gaps.filter((gap) => gap !== undefined)
  if (instances.length === 1) return
  const [mean, worst] = of.length > 0 ? [of.reduce((a, b) => a + b) / of.length, Math.max(...of)] : [null, null]
  console.log(JSON.stringify({ name: 'all', instances: instances.length, mean_gap: mean, worst_gap: worst }))
}

/** Prints what was found; returns by which share it is longer than the best known. */
function solve(instance: Instance, bestKnown: number | undefined, milliseconds: number, seed: number) {
  const begun = performance.now()
  const search = startSearch(roundOf(instance), seed)
  // To read the instance and to find a first plan is part of the time.
  const iterations = search.run({ milliseconds: Math.max(1, milliseconds - (performance.now() - begun)) })
  const best = search.best()
  const used = best.vehicles.filter(({ stops }) => stops.length > 0)
  const distance = used.reduce((sum, { metres }) => sum + metres, 0)
  const gap = bestKnown === undefined ? undefined : distance / bestKnown - 1
  console.log(
    JSON.stringify({
      name: instance.name,
      vehicles: used.length,
      distance,
      ...(gap === undefined ? {} : { best_known: bestKnown, gap }),
      left_out: best.leftOut.map(({ id }) => Number(id)),
      seconds: (performance.now() - begun) / 1000,
      iterations,
      routes: used.map(({ stops }) => stops.map(({ id }) => Number(id))),
    }),
  )
  return best.leftOut.length > 0 ? undefined : gap
}

function ofRome(seconds: number, seed: number) {
  const problem = romanRound(seed)
  const begun = performance.now()
  startSearch(problem, seed).best()
  const milliseconds = performance.now() - begun
  print({ name: 'first plan of 30 stops', value: milliseconds, unit: 'ms', limit: 1000 })
  const after = [1, 5, seconds].filter((time, index, all) => time <= seconds && all.indexOf(time) === index)
  const found = after.map((time) => {
    const search = startSearch(problem, seed)
    const changes = search.run({ milliseconds: time * 1000 })
    return { time, changes, ...search.standing() }
  })
  const final = found.at(-1)?.cost ?? Number.NaN
  for (const { time, cost, changes, leftOut } of found)
    print({
      name: `cost after ${time} s`,
      value: cost,
      unit: '€',
      limit: null,
      detail: { left_out: leftOut, changes, above_the_last: cost / final - 1 },
    })
}
