import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { absent } from '#scripts/serve/files.ts'
import { policy } from '#scripts/serve/policy.ts'
import { sameOrigin } from '#scripts/serve/same-origin.ts'

let server: Server
let origin: string

beforeAll(async () => {
  process.env['TILE_URL'] = 'https://{s}.tiles.example/{z}/{x}/{y}.png'
  const app = express()
  app.use((_request, response, next) => {
    response.locals['nonce'] = 'test-nonce'
    next()
  })
  app.use(...policy(false), sameOrigin, absent)
  app.all('*', (request, response) => void response.send(request.get('origin') ?? 'a page'))
  server = createServer(app).listen(0)
  await once(server, 'listening')
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})

afterAll(() => server.close())

const sent = (headers: HeadersInit, method = 'POST') => fetch(`${origin}/claims`, { method, headers })

describe('a form', () => {
  test('sent from our own page is taken', async () => {
    expect((await sent({ Origin: origin, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200)
  })

  test.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['a page that hides where it is from', { Origin: 'null' }],
    ['another port of this machine', { Origin: 'http://localhost:1' }],
    ['a browser that only says it is another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour under the same domain', { 'Sec-Fetch-Site': 'same-site' }],
  ])('sent from %s is turned away', async (_, headers) => {
    expect((await sent(headers)).status).toBe(403)
  })

  test.each(['PUT', 'PATCH', 'DELETE'])('is turned away as %s too', async (method) => {
    expect((await sent({ Origin: 'https://evil.example' }, method)).status).toBe(403)
  })

  test('sent by a program that is no browser is taken: it has no cookie to steal', async () => {
    expect((await sent({})).status).toBe(200)
  })

  test.each(['null', 'https://mail.example'])('that stops letters is taken from a mail program at %s', async (from) => {
    const click = { method: 'POST', headers: { Origin: from, 'Sec-Fetch-Site': 'cross-site' } }
    const reply = await fetch(`${origin}/unsubscribe/key/claims`, click)
    expect([reply.status, await reply.text()]).toEqual([200, 'a page'])
  })

  test('does not keep anyone from following a link here', async () => {
    expect((await sent({ Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }, 'GET')).status).toBe(
      200,
    )
  })
})

describe('the policy of a page', () => {
  const directives = async () => {
    const reply = await fetch(origin)
    const lines = (reply.headers.get('content-security-policy') ?? '').split(';')
    return new Map(lines.map((line) => [line.trim().split(' ')[0], line.trim()]))
  }

  test('runs scripts of ours with this page’s nonce, and nothing inline', async () => {
    expect((await directives()).get('script-src')).toBe("script-src 'self' 'nonce-test-nonce'")
  })

  test('lets style attributes carry data, and no style element', async () => {
    expect((await directives()).get('style-src')).toBe("style-src 'self'")
    expect((await directives()).get('style-src-attr')).toBe("style-src-attr 'unsafe-inline'")
  })

  test('lets pictures come from here and from the map tiles that were set', async () => {
    expect((await directives()).get('img-src')).toBe("img-src 'self' data: blob: https://*.tiles.example")
  })

  test('cannot be framed, and does not ask http pages for https', async () => {
    expect((await directives()).get('frame-ancestors')).toBe("frame-ancestors 'none'")
    expect((await directives()).has('upgrade-insecure-requests')).toBe(false)
  })
})

describe('what looks like a file', () => {
  test.each(['/favicon.ico', '/wp-login.php', '/.well-known/x', '/assets/old-12345678.js', '/photos/none', '/.env'])(
    '%s is answered before any page is made',
    async (path) => {
      const reply = await fetch(origin + path)
      expect([reply.status, await reply.text()]).toEqual([404, 'Not found\n'])
    },
  )

  test.each([
    '/exports/mass-ledger.csv',
    '/map/lots.json',
    '/pickups/p1.ics',
    '/listings.data',
    '/catalogue/it-1.json',
  ])('%s is a page’s business', async (path) => {
    expect((await fetch(origin + path)).status).toBe(200)
  })
})
