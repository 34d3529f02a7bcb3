import type { Asked } from '#scripts/bench.ts'
import { lowerBound } from './bound/bound.ts'
import { bestKnownIn, instancesIn } from './solomon.ts'

/** A distance that no plan can be below, for each instance of a folder in Solomon's format: the better the longer it may take. */
export async function run({ folder, seconds, instance }: Asked) {
  if (folder === undefined) throw new Error('Say where the instances are: --folder')
  const [instances, known] = [await instancesIn(folder, instance), await bestKnownIn(folder)]
  if (instances.length === 0) throw new Error(`${folder} holds no such instance in Solomon's format (*.txt)`)
  for (const one of instances) {
    const begun = performance.now()
    const { bound, columns } = lowerBound(one, { milliseconds: (seconds ?? 120) * 1000 })
    console.log(
      JSON.stringify({
        name: one.name,
        lower_bound: bound,
        best_known: known.get(one.name.toUpperCase()),
        columns,
        seconds: (performance.now() - begun) / 1000,
      }),
    )
  }
}
