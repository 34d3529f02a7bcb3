import { once } from 'node:events'
import { Agent, createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterEach, describe, expect, test } from 'vitest'
import { admission } from '#scripts/serve/admission.ts'
import { type Handle, remix } from '#scripts/serve/remix.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

describe('under a crowd', () => {
  test('only four pages are made at once, and everybody who fits in the row is served in turn', async () => {
    const { origin, most, made, open } = await serve({ atOnce: 4, inRow: 60, patience: 60_000 })
    const answers = Array.from({ length: 64 }, () => ask(origin))
    await expect.poll(most).toBe(4)
    open()
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(64).fill(200))
    expect([most(), made()]).toEqual([4, 64])
  })

  test('whoever finds the row full is told so at once, in their language, and no connection is lost', async () => {
    const { origin, open } = await serve({ atOnce: 4, inRow: 20, patience: 60_000 })
    const busy: Answer[] = []
    const answers = Array.from({ length: 100 }, async () => {
      const answer = await ask(origin, { 'accept-language': 'en' })
      if (answer.status === 503) busy.push(answer)
      return answer.status
    })
    await expect.poll(() => busy.length).toBe(76)
    open()
    expect((await Promise.all(answers)).filter((status) => status === 200)).toHaveLength(24)
    expect(busy[0]?.headers).toMatchObject({
      'retry-after': '5',
      'cache-control': 'no-store',
      'content-language': 'en',
    })
    expect(busy[0]?.body).toContain('There’s a queue right now')
    expect((await ask(origin)).status).toBe(200)
  })

  test('nobody waits longer than the limit', async () => {
    const { origin, most, open } = await serve({ atOnce: 1, inRow: 9, patience: 60 })
    const first = ask(origin)
    await expect.poll(most).toBe(1)
    const second = await ask(origin)
    open()
    expect([(await first).status, second.status]).toEqual([200, 503])
    expect(second.body).toContain('Adesso c’è la fila')
  })

  test('what watches over the server, and what somebody has typed, is never turned away', async () => {
    const { origin, most, open } = await serve({ atOnce: 1, inRow: 0, patience: 60_000 })
    const first = ask(origin)
    await expect.poll(most).toBe(1)
    expect((await ask(origin)).status).toBe(503)
    const others = [ask(`${origin}/health`), fetch(origin, { method: 'POST', body: 'title=Boards' })]
    await expect.poll(most).toBe(3)
    open()
    expect((await Promise.all([first, ...others])).map(({ status }) => status)).toEqual([200, 200, 200])
  })

  test('whoever leaves the row is not served, and leaves their place to the next', async () => {
    const { admit, signal, end } = await held()
    const leaving = new AbortController()
    const left = admit(async () => 'served', leaving.signal)
    expect(await admit(async () => 'served', signal)).toBe('busy')
    leaving.abort()
    expect(await left).toBe('busy')
    const next = admit(async () => 'served', signal)
    end()
    expect(await next).toBe('served')
  })

  test('while the row is worked off, whoever knocks is let in: the loop turns between one page and the next', async () => {
    const { admit, end } = await held(20)
    let turns = 0
    const turn = () => {
      turns += 1
      if (turns < 100) setImmediate(turn)
    }
    const begun = Array.from({ length: 20 }, () => admit(async () => turns, new AbortController().signal))
    turn()
    end()
    expect(new Set(await Promise.all(begun)).size).toBe(20)
  })

  test('a page that fails leaves its place', async () => {
    const admit = admission({ atOnce: 1, inRow: 0, patience: 10 })
    const { signal } = new AbortController()
    await expect(admit(() => Promise.reject(new Error('the disk is full')), signal)).rejects.toThrow('the disk is full')
    expect(await admit(async () => 'a page', signal)).toBe('a page')
  })
})

test('what Remix holds for a request is let go when its answer is out', async () => {
  const signals: AbortSignal[] = []
  const seen = (request: Request) => signals.push(request.signal)
  const { origin, open } = await serve({ atOnce: 1, inRow: 0, patience: 10, seen })
  open()
  await ask(origin)
  await expect.poll(() => signals[0]?.aborted).toBe(true)
})

/** A place that is taken until `end`, and so many more in the row. */
async function held(inRow = 1) {
  const admit = admission({ atOnce: 1, inRow, patience: 60_000 })
  const { signal } = new AbortController()
  const end = await new Promise<() => void>((taken) => void admit(() => new Promise<void>(taken), signal))
  return { admit, signal, end }
}

type Crowd = { atOnce: number; inRow: number; patience: number; seen?: (request: Request) => void }

/** A real server whose pages are not made until `open`, and which counts how many are under way at once. */
async function serve({ seen, ...limits }: Crowd) {
  const counted = { now: 0, most: 0, made: 0 }
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  const handle: Handle = async (request) => {
    seen?.(request)
    counted.most = Math.max(counted.most, ++counted.now)
    await opened
    counted.now -= 1
    counted.made += 1
    return new Response('<h1>A page</h1>', { headers: { 'Content-Type': 'text/html' } })
  }
  const server = createServer(express().all('*', remix({ handle, forAll: handle, admit: admission(limits) }))).listen(0)
  servers.push(server)
  await once(server, 'listening')
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`
  return { origin, most: () => counted.most, made: () => counted.made, open }
}

type Answer = { status: number | undefined; headers: NodeJS.Dict<string | string[]>; body: string }

/** As `fetch`, on a connection of its own: a crowd is many people, not one who asks a lot. */
function ask(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent: new Agent() }, (reply) => {
      let body = ''
      reply.on('data', (chunk) => (body += chunk))
      reply.on('end', () => resolve({ status: reply.statusCode, headers: reply.headers, body }))
    }).on('error', reject)
  })
}
