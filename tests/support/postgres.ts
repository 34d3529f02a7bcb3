import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export type PostgresServer = { url: string; stop: () => Promise<void> }
type PostgresAsk = { isDurable?: boolean; settings?: Record<string, string> }

/**
 * Starts a PostgreSQL of our own in a temporary folder. It is gone after `stop()`. Unless `isDurable`, it leaves out fsync:
 * what a test writes need not outlive the machine.
 */
export async function startPostgres({ isDurable = false, settings = {} }: PostgresAsk = {}): Promise<PostgresServer> {
  const bin = postgresBin()
  if (!bin)
    throw new Error('PostgreSQL was not found: install postgresql, or name its folder of programs in POSTGRES_BIN')
  const owner = unprivileged()
  const folder = mkdtempSync(join(tmpdir(), 'rimessa-pg-'))
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'rimessa', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    {
      ...owner,
      cwd: folder,
      stdio: 'pipe',
    },
  )
  const port = await freePort()
  const place = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder]
  const set = Object.entries({ max_connections: '200', ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const options = [...place, ...(isDurable ? [] : ['-F']), ...set]
  const server = spawn(join(bin, 'postgres'), options, { ...owner, cwd: folder, stdio: 'ignore' })
  await untilReady(bin, port)
  const stop = async () => {
    const gone = once(server, 'exit')
    server.kill('SIGQUIT')
    await gone
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `postgres://rimessa@127.0.0.1:${port}/postgres`, stop }
}

/** The folder with `initdb` and `postgres`, if this machine has them. */
export function postgresBin(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    process.env['POSTGRES_BIN'],
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(':'),
  ]
  return folders.find(
    (folder): folder is string =>
      !!folder && existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')),
  )
}

/** A port nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port was given')
  return address.port
}

/** PostgreSQL refuses to run as root, so root lends it Debian's account for it. */
function unprivileged() {
  if (process.getuid?.() !== 0) return undefined
  const number = (flag: string) => Number(spawnSync('id', [flag, 'postgres']).stdout?.toString().trim() || Number.NaN)
  const [uid, gid] = [number('-u'), number('-g')]
  return Number.isNaN(uid) ? { uid: 65534, gid: 65534 } : { uid, gid }
}

async function untilReady(bin: string, port: number) {
  for (let tries = 0; tries < 200; tries++) {
    const ready = spawnSync(join(bin, 'pg_isready'), [
      '-h',
      '127.0.0.1',
      '-p',
      String(port),
      '-U',
      'rimessa',
      '-d',
      'postgres',
    ])
    if (ready.status === 0) return
    await wait(50)
  }
  throw new Error('PostgreSQL did not start within ten seconds')
}
