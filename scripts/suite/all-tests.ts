import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run, step, tsx } from '#scripts/first-run.mjs'
import { checks, runCheck } from './checks.ts'
import { missingPrograms } from './programs.ts'
import { readReport, type Tally } from './tally.ts'

const folder = mkdtempSync(join(tmpdir(), 'rimessa-reports-'))
const tallies: Tally[] = []

try {
  const missing = await missingPrograms()
  for (const sentence of missing) console.error(`✗ ${sentence}`)
  tallies.push({ passed: 0, faults: missing })
  for (const check of checks) tallies.push(asTally(check.name, await runCheck(check)))
  tallies.push(asTally('build', await built()))
  tallies.push(await vitest('unit', ['sqlite', 'postgres', 'once']))
  tallies.push(await vitest('journeys', ['journeys']))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
const faults = tallies.flatMap((tally) => tally.faults)
// Again here: who reads only the end of a long output must see what failed.
for (const fault of faults) console.log(`\n✗ ${fault.slice(0, 4_000)}`)
console.log(`\n${passed} passed, ${faults.length} failed`)
process.exit(faults.length === 0 && passed > 0 ? 0 : 1)

/** Types were checked a moment ago: only the bundles are made here. */
async function built() {
  try {
    await step('build', async () => {
      await run('npx', ['remix', 'vite:build', '-c', 'scripts/vite.config.ts'])
      await run(process.execPath, tsx('scripts/precompress.ts'))
    })
    return true
  } catch (problem) {
    console.error(problem)
    return false
  }
}

async function vitest(name: string, projects: string[]): Promise<Tally> {
  const report = join(folder, `${name}.json`)
  const chosen = projects.flatMap((project) => ['--project', project])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  console.log(`\n  … tests: ${projects.join(', ')}`)
  const clean = await run('npx', ['vitest', 'run', '-c', 'scripts/vitest.config.ts', ...chosen, ...reporters], {
    show: true,
  }).then(
    () => true,
    () => false,
  )
  return readReport(report, clean)
}

function asTally(name: string, good: boolean): Tally {
  return good ? { passed: 1, faults: [] } : { passed: 0, faults: [name] }
}
