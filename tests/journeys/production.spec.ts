import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { besideThreads } from '#scripts/serve/render-threads.ts'
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

test('a page made for one person comes with a policy that runs no inline script without its nonce', async () => {
  const { policy, scripts } = await scriptsOf({ cookie: 'rimessa_session=gone' })
  const nonce = /script-src 'self' 'nonce-([\w-]+)'/.exec(policy)?.[1]
  expect(scripts).not.toEqual([])
  expect(scripts.filter(({ tag }) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
})

test('a page made for everybody names each inline script by what it says', async () => {
  const { policy, scripts } = await scriptsOf({})
  expect(policy).not.toContain('nonce-')
  expect(scripts).not.toEqual([])
  const allowed = ({ text }: { text: string }) =>
    policy.includes(`'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  expect(scripts.filter((script) => !allowed(script))).toEqual([])
})

async function scriptsOf(headers: Record<string, string>) {
  const reply = await fetch(app.origin, { headers })
  const found = (await reply.text()).matchAll(/(<script(?![^>]*\bsrc=)[^>]*>)(.*?)<\/script>/gs)
  const scripts = [...found].map(([, tag = '', text = '']) => ({ tag, text }))
  return { policy: reply.headers.get('content-security-policy') ?? '', scripts }
}

test('a thread makes a public page as it is made here, and what it has no hands for is made here', async () => {
  Object.assign(process.env, settingsFor(app.folder))
  const forAll = besideThreads(async () => new Response('here'), 1)
  const ask = async () => {
    const request = new Request(`${app.origin}/about`, { headers: { 'Accept-Language': 'en' } })
    const answer = await forAll(request, { nonce: 'once', reference: 'none' })
    return { status: answer.status, language: answer.headers.get('Content-Language'), page: await answer.text() }
  }
  await expect.poll(async () => (await ask()).page, { timeout: 20_000 }).not.toBe('here')
  const answers = await Promise.all(Array.from({ length: 5 }, ask))
  expect(answers.filter(({ page }) => page === 'here')).toHaveLength(3)
  const [made] = answers
  expect(made).toMatchObject({ status: 200, language: 'en' })
  const shown = await (await fetch(`${app.origin}/about`, { headers: { 'Accept-Language': 'en' } })).text()
  expect(made?.page.replaceAll(' nonce="once"', '')).toBe(shown)
})

test('the same build runs on PostgreSQL', async () => {
  const server = await startPostgres()
  const other = await startApp({ env: { DATABASE_URL: server.url } })
  expect((await fetch(other.origin)).status).toBe(200)
  await other.stop()
  await server.stop()
})
