import { type Check, checks, runCheck } from './suite/checks.ts'

const architecture: Check = {
  name: 'architecture',
  command: 'npx',
  args: ['vitest', 'run', '-c', 'scripts/vitest.config.ts', '--project', 'once', 'tests/architecture.test.ts'],
}

let broken = 0
console.log('Rimessa, the checks')
for (const check of [...checks, architecture]) if (!(await runCheck(check))) broken++
console.log(broken === 0 ? '\nAll good.' : `\n${broken} of ${checks.length + 1} failed.`)
process.exitCode = broken === 0 ? 0 : 1
