import { parentPort, workerData } from 'node:worker_threads'
import { tsImport } from 'tsx/esm/api'

/** @type {{ problem: import('#app/domain/pickups/rounds/problem.ts').RoundProblem, seed: number, milliseconds: number }} */
const { problem, seed, milliseconds } = workerData
const begun = performance.now()

/** @type {typeof import('#app/domain/pickups/rounds/search.ts')} */
const { startSearch } = await tsImport('../domain/pickups/rounds/search.ts', import.meta.url)

const between = 100
let lastSaid = performance.now()
const search = startSearch(problem, seed, () => {
  if (performance.now() - lastSaid >= between) say()
})
say()
// What a long search finds comes late: short ones first have something to show.
for (const length of [300, 1_000, 3_000, Number.POSITIVE_INFINITY]) {
  const left = milliseconds - (performance.now() - begun)
  if (left <= 0) break
  search.run({ milliseconds: Math.min(length, left) })
  say()
}

function say() {
  lastSaid = performance.now()
  parentPort?.postMessage({ outcome: search.best(), milliseconds: lastSaid - begun })
}
