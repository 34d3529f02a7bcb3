import type { Browser, Locator, Page, Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { proofOfClaim } from '#app/domain/claims/handover-code.server.ts'
import { confirmHandover } from '#app/domain/handovers/confirm-handover.server.ts'
import { dayInRome, later } from '#app/domain/instant.ts'
import { balanceOf } from '#app/domain/rounds/balance.ts'
import { movesOf } from '#app/domain/rounds/moves.read.server.ts'
import { roundOf } from '#app/domain/rounds/plan.read.server.ts'
import { write } from '#app/domain/write.server.ts'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'
import type { RoundLoadRow } from '#db/schema/rounds.ts'
import { type App, settingsFor, startApp } from '../support/app-server.ts'
import { axeProblems } from '../support/axe.ts'
import { complaintsOf, openAlive, startBrowser, visit } from '../support/browser.ts'
import { line } from '../support/line.ts'

let app: App
let signal: Awaited<ReturnType<typeof line>>
let db: Db
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

beforeEach(async () => {
  signal = await line()
  app = await startApp({ data: inject('demo'), env: { ORIGIN: signal.origin } })
  signal.leadTo(app.origin)
  db = connect(settingsFor(app.folder).DATABASE_URL ?? '')
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await db?.destroy()
  await app?.stop()
  signal?.stop()
})

afterAll(async () => {
  await browser?.close()
})

const day = dayInRome(later(new Date().toISOString(), { days: 1 }))

test('the order of a round is changed with the keyboard alone, which stays at the stop', async () => {
  const context = await visit(browser, signal.origin, { width: 1280 })
  const page = await context.newPage()
  await signIn(page)
  await keepPlan(page)
  const stops = () => page.locator('.stops li').evaluateAll((all) => all.map(({ id }) => id))
  const focused = () => page.evaluate(() => document.activeElement?.id)
  const press = async (button: Locator) => {
    await button.focus()
    await page.keyboard.press('Enter')
  }

  const [first = '', second = ''] = await stops()
  await press(page.locator(`[id="${first}-down"]`))
  await expect.poll(async () => (await stops()).indexOf(first)).toBe(1)
  await expect.poll(focused).toBe(`${first}-down`)
  await press(page.locator(`[id="${first}-up"]`))
  await expect.poll(async () => (await stops()).indexOf(first)).toBe(0)
  await expect.poll(focused).toBe(first)
  await press(page.locator(`[id="${second}"]`).getByRole('button', { name: /^Togli/ }))
  await expect.poll(stops).not.toContain(second)
  await expect.poll(focused).toMatch(/^vehicle-/)
})

test('a round from its plan to its balanced close on a phone, three handovers of it with no signal and a reload in between', async () => {
  const context = await visit(browser, signal.origin, { worker: true })
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  await signIn(page)
  const roundId = await plan(page)
  const sent = deedsSent(page)

  await page.getByText('Parti prima del giorno').click()
  await page.getByRole('button', { name: 'Parti' }).click()
  await page.getByText('Adesso:').waitFor()
  expect(await axeProblems(page)).toEqual([])
  await expectReach(page, roundId)
  const brought = (await doLoad(page, 'twice')) + (await doLoad(page))
  await keptByNow(page, roundId)

  await expect.poll(() => handoversOf(roundId).then((rows) => rows.length), { timeout: 20_000 }).toBe(brought)
  // The browser's word alone lets out what a page sends while it is being reloaded.
  await context.setOffline(true)
  signal.cut()
  await expectPicturesWithoutSignal(page)
  let queued = 0
  while (queued < 3) {
    queued += await doLoad(page)
    if (queued === 1) await reloadWithoutSignal(page)
  }
  await page.getByText('Senza rete.').waitFor()
  expect(await handoversOf(roundId)).toHaveLength(brought)

  signal.mend()
  await context.setOffline(false)
  await expect.poll(() => handoversOf(roundId).then((rows) => rows.length), { timeout: 40_000 }).toBe(brought + 3)
  const moves = (await movesOf(db, roundId)).length
  for (const again of sent) await replay(page, again)
  expect(await movesOf(db, roundId)).toHaveLength(moves)
  expect(await handoversOf(roundId)).toHaveLength(brought + 3)

  while (await page.getByRole('button', { name: /Pesa e|Caricato/ }).count()) await doLoad(page)
  await page.getByRole('button', { name: 'Chiudi il giro' }).click()
  await page.getByText('Il giro è chiuso').waitFor()
  expect(balanceOf(await movesOf(db, roundId)).open).toBe(0)
  await expectLedgerOnce(roundId)
  expect(
    complaints.filter(
      (line) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION|ERR_EMPTY_RESPONSE|Failed to fetch/.test(line),
    ),
  ).toEqual([])
}, 240_000)

async function signIn(page: Page) {
  await openAlive(page, '/sign-in?lang=it')
  await page.fill('main input[name=email]', 'nina@demo.rimessa.it')
  await page.fill('main input[name=password]', 'rimessa-demo')
  await page.locator('main form button:not([type=button])').first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

async function keepPlan(page: Page) {
  await openAlive(page, `/hubs/magazzino-quadraro/rounds?day=${day}`)
  await page.getByRole('button', { name: 'Calcola i giri' }).click()
  await page.getByRole('button', { name: 'Tieni questi giri' }).click()
  await page.getByText('Giri salvati.').waitFor()
}

/** One button for a good round, kept and published; returns its id. */
async function plan(page: Page) {
  await keepPlan(page)
  expect(await axeProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Pubblica' }).click()
  await page.getByText('Giro pubblicato').waitFor()
  await page.getByRole('link', { name: 'Apri il giro' }).first().click()
  await page.waitForURL(/\/rounds\/[\w-]+$/)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/**
 * What the first load of the stop before the driver asks for: a weight with a comma, and a code where somebody has one.
 * Returns how many handovers that makes: none when it is only loaded for somebody else.
 */
async function doLoad(page: Page, taps: 'once' | 'twice' = 'once'): Promise<number> {
  const load = await loadBefore(page)
  const code = page.locator('.stop-now input[name=code]').first()
  if (await code.count()) await code.fill(await codeFor(load))
  const weight = page.locator('.stop-now input[name=weight]').first()
  if ((await weight.inputValue()) === '') await weight.fill('12,4')
  await page
    .getByRole('button', { name: /Pesa e|Caricato/ })
    .first()
    .click({ clickCount: taps === 'twice' ? 2 : 1 })
  const open = page.locator(`.stop-now input[name=load_id][value="${load.id}"]`)
  await expect.poll(() => open.count(), { timeout: 15_000 }).toBe(0)
  return load.kind === 'deliver' || load.hub_id !== null ? 1 : 0
}

/** What was done waits in the phone's storage, and stands on the page again once that was read. */
async function reloadWithoutSignal(page: Page) {
  const made = await page.locator('.stops > li[data-done]').count()
  await page.reload()
  await expect.poll(() => page.locator('.stops > li[data-done]').count(), { timeout: 15_000 }).toBe(made)
}

/** At each stop still to do that is not the hub: how to get in, a call, the phone's navigation, and what to look for. */
async function expectReach(page: Page, roundId: string) {
  const round = await roundOf(db, roundId)
  const work = round?.stops.filter(
    ({ kind, state }) => state === 'planned' && (kind === 'collect' || kind === 'deliver'),
  )
  const places = (work ?? []).map(({ place_id }) => place_id)
  await db.updateTable('place_doors').set({ phone: '+39 06 5550 0199' }).where('place_id', 'in', places).execute()
  await page.reload()
  const doors = await db.selectFrom('place_doors').selectAll().where('place_id', 'in', places).execute()
  const text = await page.locator('.round-page').innerText()
  const [calls, ways] = [page.locator('.round-page a[href^="tel:"]'), page.locator('.round-page a[href^="geo:"]')]
  expect(places.length).toBeGreaterThan(3)
  expect(await ways.count()).toBe(places.length)
  expect(await calls.count()).toBe(places.length)
  for (const { access_notes } of doors) expect(text).toContain(access_notes)
}

/** Without what the browser keeps by itself: only the round's own pictures are left, and another picture does not come. */
async function expectPicturesWithoutSignal(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.clearBrowserCache')
  await reloadWithoutSignal(page)
  const another = () =>
    fetch('/photos/another-320.webp').then(
      () => true,
      () => false,
    )
  expect(await page.evaluate(another)).toBe(false)
  const pictures = page.locator('.lot-photos img')
  expect(await pictures.count()).toBeGreaterThan(3)
  for (const picture of await pictures.all()) {
    await picture.scrollIntoViewIfNeeded()
    await expect
      .poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth), { timeout: 10_000 })
      .toBeGreaterThan(0)
    expect(await picture.getAttribute('alt')).not.toBe('')
  }
}

async function loadBefore(page: Page) {
  const loadId = await page.locator('.stop-now input[name=load_id]').first().inputValue()
  return db
    .selectFrom('round_loads')
    .innerJoin('claims', 'claims.id', 'round_loads.claim_id')
    .select(['round_loads.id', 'round_loads.kind', 'round_loads.claim_id', 'claims.hub_id'])
    .where('round_loads.id', '=', loadId)
    .executeTakeFirstOrThrow()
}

async function codeFor({ claim_id, kind }: Pick<RoundLoadRow, 'claim_id' | 'kind'>) {
  const proof = await proofOfClaim(db, claim_id, kind === 'deliver' ? 'taker' : 'giver')
  return proof?.code ?? ''
}

async function keptByNow(page: Page, roundId: string) {
  const isKept = (id: string) =>
    caches
      .open('rounds-1')
      .then((cache) => cache.match(`/rounds/${id}`))
      .then(Boolean)
  await expect.poll(() => page.evaluate(isKept, roundId), { timeout: 15_000 }).toBe(true)
  const shown = await page
    .locator('.lot-photos img')
    .evaluateAll((all) => new Set(all.map((one) => one.getAttribute('src'))).size)
  const kept = (id: string) =>
    caches
      .open(`round-pictures /rounds/${id}`)
      .then((cache) => cache.keys())
      .then(({ length }) => length)
  await expect.poll(() => page.evaluate(kept, roundId), { timeout: 15_000 }).toBeGreaterThanOrEqual(shown)
}

function handoversOf(roundId: string) {
  return db
    .selectFrom('handovers')
    .innerJoin('round_moves', 'round_moves.handover_id', 'handovers.id')
    .selectAll('handovers')
    .where('round_moves.round_id', '=', roundId)
    .execute()
}

type Sent = { body: Buffer; type: string; url: string }

/** Everything this page sends to the round, to be sent again. */
function deedsSent(page: Page) {
  const sent: Sent[] = []
  page.on('request', (request: Request) => {
    const body = request.postDataBuffer()
    if (body && request.url().endsWith('/deeds'))
      sent.push({ body, type: request.headers()['content-type'] ?? '', url: request.url() })
  })
  return sent
}

async function replay(page: Page, { body, type, url }: Sent) {
  const headers = { 'Content-Type': type, Accept: 'application/json', Origin: signal.origin }
  const answer = await page.context().request.post(url, { data: body, headers })
  expect(await answer.json()).toEqual({ done: 'known' })
}

/** Each taker says it is so: every delivery stands in the ledger once. */
async function expectLedgerOnce(roundId: string) {
  const round = await roundOf(db, roundId)
  expect(round?.state).toBe('closed')
  for (const { id, taker_id } of await handoversOf(roundId)) {
    const act = {
      by: { id: taker_id, is_admin: false, coordinates: [] },
      at: new Date().toISOString(),
      via: 'web',
    } as const
    await write(db, (trx) => confirmHandover(trx, act, id))
    const entries = await db.selectFrom('mass_ledger').select('kind').where('handover_id', '=', id).execute()
    expect(entries).toEqual([{ kind: 'reuse' }])
  }
}
