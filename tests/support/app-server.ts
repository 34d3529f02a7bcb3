import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './postgres.ts'

export type App = {
  origin: string
  pid: number
  /** Its data folder: `rimessa.sqlite`, photos and the outbox of mails. */
  folder: string
  /** What the server has printed so far. */
  printed: () => string
  stop: () => Promise<void>
}

/** The servers of the journeys and the journeys themselves sign cookies with it. */
export const journeySecret = 'only the journeys know this secret'

const root = resolve(import.meta.dirname, '../..')

type How = {
  data?: string
  env?: Partial<NodeJS.ProcessEnv>
  /** What Node runs, when it is not our own server. */
  program?: string[]
}

const ours = ['--import', 'tsx', 'scripts/serve.ts']

/** Starts the built server as in production, on a copy of the data folder given, or on an empty database. */
export async function startApp({ data, env = {}, program = ours }: How = {}): Promise<App> {
  if (!existsSync(join(root, 'build/server/index.js')))
    throw new Error('there is no build to serve: run `npm run build` first')
  const folder = mkdtempSync(join(tmpdir(), 'rimessa-app-'))
  if (data) cpSync(data, folder, { recursive: true })
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const settings = { ...settingsFor(folder), ORIGIN: origin, PORT: String(port), ...env }
  await runScript('scripts/migrate.ts', settings)
  const server = spawn(process.execPath, program, {
    cwd: root,
    env: { ...process.env, ...settings },
  })
  let printed = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (printed += chunk))
  await untilItServes(server, origin, () => printed)
  const stop = async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM')
      await once(server, 'exit')
    }
    rmSync(folder, { recursive: true, force: true })
  }
  return { origin, pid: server.pid ?? 0, folder, printed: () => printed, stop }
}

/** Runs one of our scripts to its end and returns what it printed. */
export async function runScript(file: string, env: NodeJS.ProcessEnv, args: string[] = []): Promise<string> {
  const script = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  })
  let printed = ''
  for (const stream of [script.stdout, script.stderr]) stream.on('data', (chunk) => (printed += chunk))
  const [code] = await once(script, 'close')
  if (code !== 0) throw new Error(`${file} ended with ${code}\n${printed}`)
  return printed
}

/** Production on its own folder, with the demo's outbox so that a journey can read its mail. */
export function settingsFor(folder: string): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'production',
    DEMO: '1',
    DATA_DIR: folder,
    DATABASE_URL: join(folder, 'rimessa.sqlite'),
    SESSION_SECRET: journeySecret,
  }
}

async function untilItServes(server: ChildProcess, origin: string, printed: () => string) {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}\n${printed().slice(-3000)}`)
    const healthy = await fetch(`${origin}/health`).then(
      (reply) => reply.ok,
      () => false,
    )
    if (healthy) return
    await wait(100)
  }
  throw new Error(`the server did not answer within thirty seconds\n${printed().slice(-3000)}`)
}
