import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, runScript, settingsFor, startApp } from '../support/app-server.ts'
import { startPostgres } from '../support/postgres.ts'

let app: App

beforeAll(async () => {
  app = await startApp({ env: { DEMO: '' } })
})

afterAll(() => app?.stop())

test('production does not start without a secret, and says what to do', async () => {
  const started = runScript('scripts/serve.ts', { ...settingsFor(app.folder), SESSION_SECRET: '' })
  await expect(started).rejects.toThrow(/SESSION_SECRET is missing/)
})

test('an empty installation prints a one-time link for its first admin, which opens', async () => {
  const [link = ''] = /http\S+\/first-admin\/\S+/.exec(app.printed()) ?? []
  expect((await fetch(link)).status).toBe(200)
})

test('the outbox of mails is for the demo only', async () => {
  expect((await fetch(`${app.origin}/dev/outbox`)).status).toBe(404)
})

test('a page comes with a policy that runs no inline script without its nonce', async () => {
  const reply = await fetch(app.origin)
  const policy = reply.headers.get('content-security-policy') ?? ''
  const nonce = /script-src 'self' 'nonce-([\w-]+)'/.exec(policy)?.[1]
  const scripts = (await reply.text()).match(/<script(?![^>]*\bsrc=)[^>]*>/g) ?? []
  expect(scripts).not.toEqual([])
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
})

test('the same build runs on PostgreSQL', async () => {
  const server = await startPostgres()
  const other = await startApp({ env: { DATABASE_URL: server.url } })
  expect((await fetch(other.origin)).status).toBe(200)
  await other.stop()
  await server.stop()
})
