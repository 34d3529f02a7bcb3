import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connect } from '#db/connect.server.ts'
import { type App, startApp } from '../support/app-server.ts'
import { complaintsOf, holdBack, isAlive, openAlive, startBrowser, visit } from '../support/browser.ts'
import { sessionFor } from '../support/sign-in.ts'

let app: App
let browser: Browser

beforeAll(async () => {
  app = await startApp({ data: inject('demo') })
  browser = await startBrowser()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** Somebody with a lot that everybody can see, and their way in. */
async function donor() {
  const db = connect(join(app.folder, 'rimessa.sqlite'))
  const lot = await db
    .selectFrom('listings')
    .innerJoin('members', 'members.id', 'listings.donor_id')
    .select(['listings.id', 'listings.code', 'listings.title', 'listings.donor_id', 'members.name'])
    .where('listings.state', '=', 'live')
    .where('listings.kind', '=', 'offer')
    .where('listings.organisation_id', 'is', null)
    .orderBy('listings.published_at', 'desc')
    .executeTakeFirstOrThrow()
  const { name, value } = await sessionFor(db, lot.donor_id)
  await db.destroy()
  return { lot, cookie: `${name}=${value}` }
}

const page = async (path: string, headers: Record<string, string> = {}) =>
  (await fetch(app.origin + path, { headers: { 'accept-language': 'it', ...headers } })).text()

test('a donor who takes a lot off the list, and looks signed out, does not find it there', async () => {
  const { lot, cookie } = await donor()
  const lists = ['/', '/listings', `/members/${lot.donor_id}`, '/hubs', '/impact', '/about']
  for (const path of [...lists, `/listings/${lot.id}`]) await page(path)
  expect(await page('/listings')).toContain(lot.code)

  const pause = await fetch(`${app.origin}/listings/${lot.id}/pause`, {
    method: 'POST',
    headers: { cookie, origin: app.origin },
    redirect: 'manual',
  })
  expect(pause.status).toBe(302)
  for (const path of lists) expect(await page(path), path).not.toMatch(new RegExp(`${lot.id}|${lot.code}`))

  const back = { method: 'POST', headers: { cookie, origin: app.origin }, redirect: 'manual' } as const
  expect((await fetch(`${app.origin}/listings/${lot.id}/resumption`, back)).status).toBe(302)
  expect(await page('/listings')).toContain(lot.code)
})

test('nothing of somebody signed in is ever shown to another, whoever of them comes first', async () => {
  const { lot, cookie } = await donor()
  const path = `/listings/${lot.id}?seen=by-its-donor`
  const own = await page(path, { cookie })
  expect(own).toContain(lot.name)
  const strangers = await Promise.all(Array.from({ length: 5 }, () => page(path)))
  for (const text of strangers) expect(text).not.toContain(lot.name)
  expect(new Set(strangers).size).toBe(1)
  expect(await page(path, { cookie })).toContain(lot.name)
})

test('a page from memory comes alive in the browser without a word of complaint', async () => {
  await page('/listings')
  const context = await visit(browser, app.origin, { width: 1280, height: 900 })
  const tab = await context.newPage()
  const complaints = complaintsOf(tab)
  await openAlive(tab, '/listings')
  expect(await tab.locator('script[nonce]').count()).toBe(0)
  await tab.locator('.map .leaflet-pane').first().waitFor({ state: 'attached' })
  expect(complaints).toEqual([])
  await context.close()
})

test('nothing that makes a page live is asked for before it is drawn, and what is typed meanwhile stays', async () => {
  const context = await visit(browser, app.origin)
  const tab = await context.newPage()
  const complaints = complaintsOf(tab)
  const asked: string[] = []
  tab.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const draw = await holdBack(tab, '**/assets/all*.css')
  const live = await holdBack(tab, '**/assets/parts*.js')
  await tab.goto('/listings', { waitUntil: 'commit' })
  const sheets = () => asked.filter((path) => path.endsWith('.css')).length
  await expect.poll(sheets).toBeGreaterThan(1)
  await tab.locator('footer').waitFor({ state: 'attached' })
  expect(asked.filter((path) => /\.js$|^\/catalogue/.test(path))).toEqual([])
  draw()
  await tab.locator('main [name=q]').fill('otto tavole')
  await expect.poll(() => asked.filter((path) => /parts.*\.js$/.test(path)).length).toBe(1)
  live()
  await isAlive(tab)
  expect(await tab.locator('main [name=q]').inputValue()).toBe('otto tavole')
  expect(complaints).toEqual([])
  await context.close()
})

test.each(['/nowhere', '/hubs/officine-zero/nowhere', '/listings/none/nowhere'])(
  '%s is no page, and is drawn once, with ways out of it',
  async (path) => {
    const context = await visit(browser, app.origin)
    const tab = await context.newPage()
    const complaints = complaintsOf(tab)
    expect((await tab.goto(path, { waitUntil: 'networkidle' }))?.status()).toBe(404)
    expect(await tab.locator('h1').textContent()).toBe('Questa pagina non c’è')
    expect(complaints.filter((each) => !each.includes('status of 404'))).toEqual([])
    await tab.locator('main a[href="/listings"]').press('Enter')
    await tab.waitForURL('**/listings')
    await isAlive(tab)
    await context.close()
  },
)
