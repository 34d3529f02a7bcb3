import { execFile } from 'node:child_process'
import { Agent, get } from 'node:http'
import { promisify } from 'node:util'

/** `errors` are answers other than 200, and connections that were lost. */
export type Load = { per_second: number; p99_ms: number; errors: number }
type Asking = { connections: number; seconds: number; accept?: string | undefined }
export type Page = { body: Buffer; encoding: string | undefined }

const run = promisify(execFile)

const headersFor = (accept = 'br, gzip') => ({
  'Accept-Encoding': accept,
  Accept: 'text/html',
  'Accept-Language': 'it',
})

/** Asks for `url` over and over through so many kept-alive connections. With wrk if it is here: it leaves more of the machine to the server. */
export async function load(url: string, asking: Asking): Promise<Load> {
  return (await loadByWrk(url, asking)) ?? loadByNode(url, asking)
}

async function loadByWrk(url: string, { connections, seconds, accept }: Asking): Promise<Load | undefined> {
  const headers = Object.entries(headersFor(accept)).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const options = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '--timeout', '30s', ...headers, url]
  const told = await run('wrk', options).catch(() => undefined)
  if (!told) return undefined
  const [, amount = 'NaN', unit = ''] = /99%\s+([\d.]+)(us|ms|s|m)/.exec(told.stdout) ?? []
  const [, refused = '0'] = /Non-2xx or 3xx responses: (\d+)/.exec(told.stdout) ?? []
  const [, lost = ''] = /Socket errors: (.*)/.exec(told.stdout) ?? []
  const inMilliseconds: Record<string, number> = { us: 0.001, ms: 1, s: 1000, m: 60_000 }
  return {
    per_second: Number(/Requests\/sec:\s+([\d.]+)/.exec(told.stdout)?.[1]),
    p99_ms: Number(amount) * (inMilliseconds[unit] ?? Number.NaN),
    errors: [refused, ...(lost.match(/\d+/g) ?? [])].reduce((sum, count) => sum + Number(count), 0),
  }
}

async function loadByNode(url: string, { connections, seconds, accept }: Asking): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let errors = 0
  const start = performance.now()
  const ask = async () => {
    while (performance.now() < start + seconds * 1000) {
      const before = performance.now()
      await page(url, { agent, accept }).catch(() => (errors += 1))
      times.push(performance.now() - before)
    }
  }
  await Promise.all(Array.from({ length: connections }, ask))
  const per_second = times.length / ((performance.now() - start) / 1000)
  agent.destroy()
  times.sort((a, b) => a - b)
  return { per_second, p99_ms: times[Math.floor(times.length * 0.99)] ?? Number.NaN, errors }
}

type From = { agent?: Agent; accept?: string | undefined }

/** One page as a browser asks for it, still compressed. Any answer but 200 is a fault. */
export function page(url: string, { agent, accept }: From = {}): Promise<Page> {
  const headers = headersFor(accept)
  return new Promise((resolve, reject) => {
    const request = get(url, agent ? { headers, agent } : { headers }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.on('error', reject)
      reply.on('end', () => {
        if (reply.statusCode === 200)
          resolve({ body: Buffer.concat(chunks), encoding: reply.headers['content-encoding'] })
        else reject(new Error(`${url} answered ${reply.statusCode}`))
      })
    })
    request.on('error', reject)
  })
}
