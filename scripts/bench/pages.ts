import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type App, runScript, settingsFor, startApp } from '#tests/support/app-server.ts'
import { median, print } from './figure.ts'
import { type Load, load, type Page, page } from './load.ts'

const connections = 16
const crowd = 64
const seconds = 5
const rounds = 3

/**
 * Public pages in production, in turns with a bare node:http server sending the same bytes; made anew each time, in turns
 * with remix-serve; under a crowd, with and without a limit; and the memory of it all, over MINUTES.
 */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'rimessa-bench-'))
  const data = await neighbourhood(folder)
  try {
    await served({ data }, async (app) => {
      await besideBare(app, folder)
      await memory(app)
    })
    await besideRemixServe(data)
    await underACrowd(data, '0')
    await underACrowd(data)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function besideBare({ origin }: App, folder: string) {
  const lot = /\/listings\/\d{4}-\d{3,}/.exec(readable(await page(`${origin}/listings`)))?.[0]
  if (!lot) throw new Error('no lot is on the list')
  for (const [name, path] of Object.entries({ home: '/', listings: '/listings', listing: lot })) {
    const sent = await page(origin + path)
    const bare = await bareServer(sent, folder)
    const [ours, theirs] = await inTurns({ url: origin + path }, { url: bare.url })
    bare.stop()
    const detail = { bytes: sent.body.length, encoding: sent.encoding ?? 'identity', connections, rounds, ...loaded() }
    print({ name: `pages-${name}`, value: ours.per_second, unit: 'requests/s', limit: theirs.per_second, detail })
    print({ name: `pages-${name}-p99`, value: ours.p99_ms, unit: 'ms', limit: theirs.p99_ms })
  }
}

/** The same build on the server that Remix ships: what a reader would have had by following its tutorial. */
async function besideRemixServe(data: string) {
  const theirs = ['node_modules/@remix-run/serve/dist/cli.js', 'build/server/index.js']
  await served({ data, env: { PAGE_CACHE: 'off' } }, (app) =>
    served({ data, program: theirs, env: { JOBS: 'off' } }, async (other) => {
      const [mine, remix] = await inTurns(
        { url: `${app.origin}/listings` },
        { url: `${other.origin}/listings`, accept: 'gzip' },
      )
      const detail = { connections, rounds, errors: mine.errors, ...loaded() }
      print({ name: 'pages-uncached', value: mine.per_second, unit: 'requests/s', limit: remix.per_second, detail })
    }),
  )
}

/**
 * With a limit to what is made at once, and without; by so many threads, or as many as is usual. On servers that have stood
 * under a crowd for a while, and on new ones at whose door it arrives.
 */
async function underACrowd(data: string, threads = '') {
  const env = { PAGE_CACHE: 'off', RENDER_THREADS: threads }
  const limited = { data, env }
  const free = { data, env: { ...env, RENDERS_AT_ONCE: 'off', JOBS: 'off' } }
  const name = threads === '0' ? 'pages-crowd-one-thread' : 'pages-crowd'
  await served(limited, (app) =>
    served(free, async (other) => {
      const url = (origin: string) => ({ url: `${origin}/listings`, connections: crowd })
      crowded(name, await inTurns(url(app.origin), url(other.origin)))
    }),
  )
  const arriving: [Load[], Load[]] = [[], []]
  for (let round = 0; round < rounds; round += 1)
    for (const [at, how] of [limited, free].entries())
      await served(how, async ({ origin }) => {
        await page(`${origin}/listings`)
        arriving[at]?.push(await load(`${origin}/listings`, { connections: crowd, seconds }))
      })
  crowded(`${name}-arriving`, [middle(arriving[0]), middle(arriving[1])])
}

function crowded(name: string, [mine, free]: [Load, Load]) {
  const detail = { connections: crowd, errors: mine.errors, errors_without: free.errors, rounds, ...loaded() }
  print({ name: `${name}-p99`, value: mine.p99_ms, unit: 'ms', limit: free.p99_ms, detail })
  print({ name, value: mine.per_second, unit: 'requests/s', limit: free.per_second })
}

/** Resident memory after a minute, and after all of them, while pages are made anew for as many different questions. */
async function memory({ origin, pid }: App) {
  const minutes = Number(process.env['MINUTES'] ?? 2)
  const after: number[] = []
  for (let minute = 0; minute < minutes; minute += 1) {
    await load(`${origin}/listings?q=${minute}`, { connections, seconds: 30 })
    await load(`${origin}/listings.data?q=${minute}`, { connections, seconds: 30 })
    after.push(await residentMegabytes(pid))
  }
  const [first = Number.NaN] = after
  print({
    name: 'pages-memory',
    value: after.at(-1) ?? Number.NaN,
    unit: 'MB',
    limit: first,
    detail: { minutes, after },
  })
}

async function residentMegabytes(pid: number) {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
  return Math.round(Number(stdout) / 1024)
}

type Target = { url: string; accept?: string; connections?: number }

/** The middle of a few rounds each, one after the other, so that both have the same machine. */
async function inTurns(...targets: [Target, Target]): Promise<[Load, Load]> {
  const loads: [Load[], Load[]] = [[], []]
  for (const { url, accept } of targets) await load(url, { connections, seconds, accept })
  for (let round = 0; round < rounds; round += 1)
    for (const [at, target] of targets.entries())
      loads[at]?.push(await load(target.url, { connections, seconds, ...target }))
  return [middle(loads[0]), middle(loads[1])]
}

function middle(loads: Load[]): Load {
  const of = (what: keyof Load) => median(loads.map((each) => each[what]))
  return {
    per_second: of('per_second'),
    p99_ms: of('p99_ms'),
    errors: loads.reduce((sum, { errors }) => sum + errors, 0),
  }
}

/** How busy the machine was besides: a figure from a crowded one is worth its ratio, not its value. */
const loaded = () => ({ load_average: Number(loadavg()[0]?.toFixed(1)), cores: availableParallelism() })

async function served(how: Parameters<typeof startApp>[0], measure: (app: App) => Promise<void>) {
  const app = await startApp(how)
  try {
    await measure(app)
  } finally {
    await app.stop()
  }
}

async function bareServer({ body, encoding = '' }: Page, folder: string) {
  const file = join(folder, 'page')
  writeFileSync(file, body)
  const server = spawn(process.execPath, ['scripts/bench/bare-server.mjs', file, encoding], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [told] = await once(server.stdout, 'data')
  return { url: `http://127.0.0.1:${JSON.parse(String(told)).port}/`, stop: () => server.kill() }
}

/** The demo's data if it is there, else the same neighbourhood made anew. */
async function neighbourhood(folder: string) {
  if (existsSync('data/demo/rimessa.sqlite')) return 'data/demo'
  const demo = join(folder, 'demo')
  await runScript('scripts/migrate.ts', settingsFor(demo))
  await runScript('scripts/demo/seed.ts', settingsFor(demo))
  return demo
}

function readable({ body, encoding }: Page) {
  if (encoding === 'br') return brotliDecompressSync(body).toString()
  return (encoding === 'gzip' ? gunzipSync(body) : body).toString()
}
