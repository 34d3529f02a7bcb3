// `npm run demo`: from a fresh clone to a neighbourhood at http://localhost:3000.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { giveUp, installPackages, root, run, step, tsx } from './first-run.mjs'

const folder = join(root, 'data', 'demo')
const port = process.env['PORT'] ?? '3000'
const origin = `http://localhost:${port}`

try {
  console.log('Rimessa, the demo neighbourhood')
  await installPackages()
  if (process.argv.includes('--fresh')) rmSync(folder, { recursive: true, force: true })
  await step('build', () => run('npm', ['run', 'build']))
  if (!existsSync(folder)) await step('fill the neighbourhood (once)', seed)
  else await step('migrate', () => run(process.execPath, tsx('scripts/migrate.ts'), { env: settings(folder) }))
  serve()
} catch (error) {
  giveUp(error)
}

/** The neighbourhood appears under its name only when it is complete: an interrupted start begins again. */
async function seed() {
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true })
  await run(process.execPath, tsx('scripts/migrate.ts'), { env: settings(unfinished) })
  const told = await run(process.execPath, tsx('scripts/demo/seed.ts'), { env: settings(unfinished) })
  const accounts = told.split('\n').filter((line) => line.includes('@'))
  writeFileSync(join(unfinished, 'accounts.txt'), `${accounts.join('\n')}\n`)
  renameSync(unfinished, folder)
}

function serve() {
  console.log(`\nWho lives here:\n${readFileSync(join(folder, 'accounts.txt'), 'utf8')}`)
  const server = spawn(process.execPath, tsx('scripts/serve.ts'), {
    cwd: root,
    env: { ...process.env, ...settings(folder), SESSION_SECRET: secret() },
    stdio: 'inherit',
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => server.kill(signal))
  server.on('exit', (code) => process.exit(code ?? 0))
}

/** @param {string} data @returns {NodeJS.ProcessEnv} */
function settings(data) {
  return {
    NODE_ENV: 'production',
    DEMO: '1',
    DATA_DIR: data,
    DATABASE_URL: join(data, 'rimessa.sqlite'),
    ORIGIN: origin,
    PORT: port,
  }
}

/** Kept beside the data, so that whoever is signed in stays so after a restart. */
function secret() {
  const file = join(folder, 'session-secret')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8')
}
