import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { runScript, settingsFor, startApp } from '#tests/support/app-server.ts'
import { median, print } from './figure.ts'
import { type Load, load, type Page, page } from './load.ts'

const connections = 16
const seconds = 5
const rounds = 3

/** Requests per second and p99 of three pages in production, in turns with a bare node:http server sending the same bytes. */
export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'rimessa-bench-'))
  const app = await startApp({ data: await neighbourhood(folder) })
  try {
    const lot = /\/listings\/[0-9a-f]{8}-[0-9a-f-]{27}/.exec(readable(await page(`${app.origin}/listings`)))?.[0]
    if (!lot) throw new Error('no lot is on the list')
    for (const [name, path] of [
      ['home', '/'],
      ['listings', '/listings'],
      ['listing', lot],
    ] as const)
      await measure(name, `${app.origin}${path}`, folder)
  } finally {
    await app.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(name: string, url: string, folder: string) {
  const sent = await page(url)
  const bare = await bareServer(sent, folder)
  await load(url, connections, 2)
  const ours: Load[] = []
  const theirs: Load[] = []
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await load(url, connections, seconds))
    theirs.push(await load(bare.url, connections, seconds))
  }
  bare.stop()
  const middle = (loads: Load[], what: keyof Load) => median(loads.map((each) => each[what]))
  const detail = { bytes: sent.body.length, encoding: sent.encoding ?? 'identity', connections, rounds }
  print({
    name: `pages-${name}`,
    value: middle(ours, 'per_second'),
    unit: 'requests/s',
    limit: middle(theirs, 'per_second'),
    detail,
  })
  print({ name: `pages-${name}-p99`, value: middle(ours, 'p99_ms'), unit: 'ms', limit: middle(theirs, 'p99_ms') })
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
