import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, get, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writings } from '#app/domain/write.server.ts'
import { keptPage } from '#scripts/serve/kept-page.ts'
import { pageCache, type RenderForNobody } from '#scripts/serve/page-cache.ts'

const boards = '01a2274d-cabc-7833-8fa3-3837c947d0e9'
const doors = '01a2274d-c395-7e03-bb83-c8d6997182b0'
const ada = '01a2274d-beaf-74ce-b764-1955c3e18fc2'

let server: Server
let origin: string
let rendered: string[]
let said: string
let init: ResponseInit
let gate: Promise<void> | undefined
const times = { fresh: 60_000, stale: 120_000 }

beforeEach(async () => {
  rendered = []
  said = 'boards'
  init = { headers: { 'Content-Type': 'text/html; charset=utf-8', Vary: 'Accept-Language, Cookie' } }
  gate = undefined
  Object.assign(times, { fresh: 60_000, stale: 120_000 })
  const render: RenderForNobody = async ({ url, locale }) => {
    rendered.push(`${locale} ${url}`)
    const text = `<script nonce="n0nce">go("${locale} ${url}")</script><script>stolen()</script><p>${said} ${idsOn(url)}</p>`
    await gate
    return keptPage(new Response(text, init), 'n0nce')
  }
  const cached = pageCache(render, times)
  server = createServer((request, response) => cached(request, response, () => void response.end('made for you alone')))
  server.listen(0)
  await once(server, 'listening')
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})

afterEach(() => server.close())

describe('a public page', () => {
  test('is made once for everybody who asks for it in the same language', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => ask('/listings?q=oak')))
    expect(new Set(all.map(({ text }) => text)).size).toBe(1)
    await ask('/listings?q=oak', { 'accept-language': 'en-GB, en' })
    await ask('/listings?q=oak', { cookie: 'lang=en; seen=yes' })
    expect(rendered).toEqual(['it /listings?q=oak', 'en /listings?q=oak'])
  })

  test('is not sent again to whoever has it', async () => {
    const { etag = '' } = (await ask('/')).headers
    const again = await ask('/', { 'if-none-match': `"old", ${etag}` })
    expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag])
    expect((await ask('/', { 'if-none-match': '"old"' })).status).toBe(200)
  })

  test('comes in the encoding asked for, and says that it differs by it', async () => {
    const sent = async (accepted: string) => (await ask('/', { 'accept-encoding': accepted })).headers
    expect((await sent('gzip, deflate, br'))['content-encoding']).toBe('br')
    expect((await sent('gzip, br;q=0'))['content-encoding']).toBe('gzip')
    expect((await sent('identity'))['content-encoding']).toBeUndefined()
    expect((await sent('br')).vary).toBe('Accept-Language, Cookie, Accept-Encoding')
    expect(rendered).toHaveLength(1)
  })

  test('runs the scripts we wrote and no other: a nonce that many can read would be worth nothing', async () => {
    const { headers, text } = await ask('/')
    const hash = createHash('sha256').update('go("it /")').digest('base64')
    expect(headers['content-security-policy']).toContain(`script-src 'self' 'sha256-${hash}';`)
    expect(text).toContain('<script>go(')
    expect(text).not.toContain('n0nce')
  })

  test('answers HEAD with the same headers and no body', async () => {
    const [page, head] = [await ask('/'), await ask('/', {}, 'HEAD')]
    expect([head.text, head.headers['content-length']]).toEqual(['', page.headers['content-length']])
  })

  test('is shown once more when it has aged, while a new one is made', async () => {
    Object.assign(times, { fresh: -1 })
    await restart()
    await ask('/')
    said = 'doors'
    expect((await ask('/')).text).toContain('boards')
    await expect.poll(async () => (await ask('/')).text).toContain('doors')
  })

  test('that stays as it is becomes smaller, and is still the same page to whoever has it', async () => {
    Object.assign(times, { fresh: -1 })
    said = Array.from({ length: 400 }, (_, lot) => `lot ${lot * 7919} of oak`).join(', ')
    await restart()
    const sent = async () => (await ask('/', { 'accept-encoding': 'br' })).headers
    const first = await sent()
    const bytes = Number(first['content-length'])
    await expect.poll(async () => Number((await sent())['content-length'])).toBeLessThan(bytes)
    expect([(await sent()).etag, (await ask('/', { 'accept-encoding': 'br' })).text]).toEqual([
      first.etag,
      `<p>${said}</p>`,
    ])
  })

  test('is never shown when it is old', async () => {
    Object.assign(times, { fresh: -1, stale: -1 })
    await restart()
    await ask('/')
    said = 'doors'
    expect((await ask('/')).text).toContain('doors')
  })
})

describe('what is meant for one person', () => {
  test.each([
    ['somebody signed in', '/listings', { cookie: 'lang=it; rimessa_session=abc' }],
    ['whoever is told something once', '/listings', { cookie: 'flash=abc' }],
    ['whoever has just chosen a language', '/listings?lang=en', {}],
    ['whoever follows a link of their own', '/reset/secret', {}],
    ['whoever reads a claim', `/claims/${boards}`, {}],
    ['a program', '/listings.data', {}],
  ])('is made for %s alone', async (_, path, headers) => {
    await ask(path.replace('?lang=en', ''))
    expect((await ask(path, headers as Record<string, string>)).text).toBe('made for you alone')
  })

  test('is not kept when it sets a cookie, even if its address gave no sign of it', async () => {
    init = { headers: { 'Content-Type': 'text/html', 'Set-Cookie': 'lang=en' } }
    expect((await ask('/listings?l%61ng=en')).text).toBe('made for you alone')
    expect((await ask('/listings?l%61ng=en')).headers['set-cookie']).toBeUndefined()
    expect(rendered).toHaveLength(2)
  })

  test('a form is never answered from memory', async () => {
    await ask('/listings')
    expect((await ask('/listings', {}, 'POST')).text).toBe('made for you alone')
  })

  test.each([
    ['an error', { status: 404, headers: { 'Content-Type': 'text/html' } }],
    ['a redirect', { status: 302, headers: { Location: '/wanted' } }],
    ['a file', { headers: { 'Content-Type': 'application/json' } }],
    ['a page that forbids it', { headers: { 'Content-Type': 'text/html', 'Cache-Control': 'no-store' } }],
  ])('%s is not kept', async (_, answer) => {
    init = answer
    expect((await ask('/listings')).status).toBe(init.status ?? 200)
    await ask('/listings')
    expect(rendered).toHaveLength(2)
  })
})

describe('what is written', () => {
  const write = (tables: string[], ...ids: string[]) => writings.publish({ tables: new Set(tables), ids: new Set(ids) })
  const pages = ['/', '/listings?q=oak', `/listings/${boards}`, `/listings/${doors}`, `/members/${ada}`]
  const madeAnew = async () => {
    rendered = []
    for (const path of pages) await ask(path)
    return rendered.map((each) => each.slice(3))
  }

  test('drops every list and the pages that name it, and leaves the others', async () => {
    await madeAnew()
    write(['listings'], boards)
    expect(await madeAnew()).toEqual(['/', '/listings?q=oak', `/listings/${boards}`, `/members/${ada}`])
  })

  test('drops everything when it names nothing', async () => {
    await madeAnew()
    write(['listings'])
    expect(await madeAnew()).toEqual(pages)
  })

  test('drops nothing when no stranger sees it', async () => {
    await madeAnew()
    write(['notices', 'mails', 'message_reads', 'sessions'], boards)
    write(['lot_marks'], boards)
    write(['saved_searches', 'search_anchors', 'search_answers', 'geocoded_places', 'geocoder_turns'], boards)
    expect(await madeAnew()).toEqual([])
  })

  test('is not undone by a page that was under way', async () => {
    let open: () => void = () => undefined
    gate = new Promise((resolve) => (open = resolve))
    const first = ask('/')
    await expect.poll(() => rendered.length).toBe(1)
    write(['listings'], boards)
    said = 'doors'
    const second = ask('/')
    await expect.poll(() => rendered.length).toBe(2)
    open()
    expect((await first).text).toContain('boards')
    expect((await second).text).toContain('doors')
    expect((await ask('/')).text).toContain('doors')
  })
})

/** What the pages of this test name: a lot's page itself, a member's page the boards they gave. */
function idsOn(url: string) {
  return [url, url.includes(ada) ? boards : ''].join(' ')
}

async function restart() {
  const render: RenderForNobody = async () => keptPage(new Response(`<p>${said}</p>`, init), 'n0nce')
  const cached = pageCache(render, times)
  server.removeAllListeners('request')
  server.on('request', (request, response) => cached(request, response, () => void response.end('made for you alone')))
}

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; text: string }

/** As a browser without a language of its own: `fetch` would add headers and hide encodings. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get(origin + path, { headers, method }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk: Buffer) => chunks.push(chunk))
      reply.on('end', () => {
        const body = Buffer.concat(chunks)
        const encoding = reply.headers['content-encoding']
        const text = (encoding === 'br' ? brotliDecompressSync(body) : encoding ? gunzipSync(body) : body).toString()
        resolve({ status: reply.statusCode, headers: reply.headers, text })
      })
    })
    request.on('error', reject)
  })
}
