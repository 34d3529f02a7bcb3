// `npm test`: installs what is missing, then checks, builds and runs every test. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { giveUp, installPackages, root, tsx } from './first-run.mjs'

try {
  console.log('Rimessa, all tests')
  await installPackages()
} catch (error) {
  console.log('0 passed, 1 failed')
  giveUp(error)
}
process.exit(
  spawnSync(process.execPath, tsx('scripts/suite/all-tests.ts'), { cwd: root, stdio: 'inherit' }).status ?? 1,
)
