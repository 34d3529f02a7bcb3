import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { later } from '#app/domain/instant.ts'
import { openSharing } from '#app/domain/listings/open-sharing.server.ts'
import { write } from '#app/domain/write.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'
import { type App, settingsFor, startApp } from '../support/app-server.ts'
import { axeProblems } from '../support/axe.ts'
import { complaintsOf, openAlive, startBrowser, type Visit, visit } from '../support/browser.ts'

const run = promisify(execFile)

let app: App
let db: Db
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

beforeEach(async () => {
  app = await startApp({ data: inject('demo') })
  db = connect(settingsFor(app.folder).DATABASE_URL ?? '')
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await db?.destroy()
  await app?.stop()
})

afterAll(async () => {
  await browser?.close()
})

type Neighbour = 'ada' | 'bruno' | 'chiara' | 'nina'
type Story = { how: Visit; complaints: string[][] }
const wordsOf = ({ how }: Story) => translator(how.locale ?? 'it')

const idOf = async (neighbour: Neighbour) =>
  (
    await db
      .selectFrom('members')
      .select('id')
      .where('email', '=', `${neighbour}@demo.rimessa.it`)
      .executeTakeFirstOrThrow()
  ).id

async function comeIn({ how, complaints }: Story, neighbour: Neighbour): Promise<Page> {
  const context = await visit(browser, app.origin, how)
  const page = await context.newPage()
  complaints.push(complaintsOf(page))
  await openAlive(page, `/sign-in?lang=${how.locale ?? 'it'}`)
  await page.locator('main input[name=email]').fill(`${neighbour}@demo.rimessa.it`)
  await page.locator('main input[name=password]').fill('rimessa-demo')
  await page.locator('main form button').last().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return page
}

/** Ten pieces that nobody has asked for, of Ada, with a window of two days: schools and non-profits first. */
async function tenPieces() {
  const donor_id = await idOf('ada')
  const lot = await db
    .selectFrom('listings')
    .selectAll()
    .where('state', '=', 'live')
    .where('kind', '=', 'offer')
    .where('unit', '=', 'piece')
    .where('held', '=', 0)
    .where('collected', '=', 0)
    .where('id', 'not in', db.selectFrom('claims').select('listing_id'))
    .where('id', 'not in', db.selectFrom('draws').select('listing_id'))
    .executeTakeFirstOrThrow()
  const now = new Date().toISOString()
  const set = {
    donor_id,
    organisation_id: null,
    total: 10,
    allocation_rule: 'fair_window',
    must_go_by: later(now, { days: 20 }),
    reserved_until: later(now, { days: 5 }),
  } as const
  await db.updateTable('listings').set(set).where('id', '=', lot.id).execute()
  const act = { by: { id: donor_id, is_admin: false, coordinates: [] }, at: now, via: 'script' } as const
  await write(db, (trx) => openSharing(trx, act, { ...lot, ...set }))
  return lot.id
}

type Ask = { wanted: string; least?: string; forSchool?: boolean }

async function ask(story: Story, page: Page, listingId: string, { wanted, least, forSchool = false }: Ask) {
  const { t } = wordsOf(story)
  await openAlive(page, `/listings/${listingId}`)
  await page.locator('#rule code').waitFor()
  await page.locator('main input[name=quantity]').fill(wanted)
  await page.getByRole('button', { name: t('listings.lot.ask') }).click()
  await page.locator('[name=draw_word]').waitFor()
  if (least !== undefined) {
    await page.locator('[name=less]').check({ force: true })
    await page.locator('[name=least]').fill(least)
  }
  await page.locator('[name=transport][value=van]').check({ force: true })
  await page.locator('[name=purpose]').fill('Panche per il cortile')
  if (forSchool) await page.locator('[name=behalf]').last().check({ force: true })
  await page.getByRole('button', { name: t('claims.form.submit') }).dblclick()
  await page.waitForURL((url) => url.pathname.startsWith('/claims/'))
  return new URL(page.url()).pathname
}

/** The time of the window comes: its clock falls due now, and the server's own worker hears it. */
async function windowCloses(listingId: string) {
  const now = new Date().toISOString()
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('draws').set({ closes_at: now }).where('listing_id', '=', listingId).execute()
    await trx.updateTable('listings').set({ window_closes_at: now }).where('id', '=', listingId).execute()
    await trx
      .updateTable('clocks')
      .set({ due_at: now })
      .where('subject_id', '=', listingId)
      .where('kind', '=', 'close-window')
      .execute()
  })
  const isRevealed = () =>
    db
      .selectFrom('draws')
      .select('id')
      .where('listing_id', '=', listingId)
      .where('revealed_at', 'is not', null)
      .executeTakeFirst()
  for (let tries = 0; !(await isRevealed()); tries++) {
    if (tries > 100) throw new Error(`nobody closed the window\n${app.printed().slice(-2000)}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function restOf(claimPath: string) {
  const parent = claimPath.split('/').at(-1) ?? ''
  const rest = await db.selectFrom('claims').select('id').where('parent_id', '=', parent).executeTakeFirstOrThrow()
  return `/claims/${rest.id}`
}

/** What a page says to the eye, with axe's word that it says it to everyone. */
async function read(page: Page, path: string) {
  await openAlive(page, path)
  expect(await axeProblems(page), path).toEqual([])
  return (await page.locator('main').innerText()).replaceAll('\u00a0', ' ')
}

/** The draw as the page's own browser computes it, and as twenty lines of somebody else's script do. */
async function drawAgain(story: Story, page: Page, listingId: string) {
  await openAlive(page, `/listings/${listingId}`)
  await page.locator('#draw').scrollIntoViewIfNeeded()
  await page.getByText(wordsOf(story).t('allocation.draw.same')).waitFor()
  expect(await axeProblems(page)).toEqual([])
  const { stdout } = await run(process.execPath, ['public/check-draw.mjs', `${app.origin}/listings/${listingId}`])
  expect(stdout.trim().split('\n').at(-1)).toBe('equal')
  const shown = await page.locator('script[data-draw]').textContent()
  const { entries } = JSON.parse(shown ?? '') as { entries: { claim_id: string }[] }
  expect(
    stdout
      .split('\n')
      .slice(0, 3)
      .map((line) => line.split(' ')[1]),
  ).toEqual(entries.map(({ claim_id }) => claim_id))
}

async function fairWindow(story: Story) {
  const { t, format } = wordsOf(story)
  const pieces = (count: number) => format.quantity(count, 'piece').replaceAll('\u00a0', ' ')
  const listingId = await tenPieces()
  const [chiara, bruno, nina] = [
    await comeIn(story, 'chiara'),
    await comeIn(story, 'bruno'),
    await comeIn(story, 'nina'),
  ]
  expect(await axeProblems(chiara)).toEqual([])
  const school = await ask(story, chiara, listingId, { wanted: '6', forSchool: true })
  const part = await ask(story, bruno, listingId, { wanted: '8', least: '1' })
  const none = await ask(story, nina, listingId, { wanted: '8', least: '5' })
  expect(await db.selectFrom('claims').select('id').where('listing_id', '=', listingId).execute()).toHaveLength(3)
  await windowCloses(listingId)

  expect(await read(chiara, school)).toContain(t('allocation.because.reserved'))
  const served = await read(bruno, part)
  expect(served).toContain(t('allocation.part', { wanted: pieces(8) }))
  expect(served).toContain(t('allocation.rest.waits', { quantity: pieces(4) }))
  expect(await read(nina, none)).toContain(t('allocation.rank.title'))
  await drawAgain(story, nina, listingId)

  const ada = await comeIn(story, 'ada')
  await read(ada, `/listings/${listingId}/claims`)
  await openAlive(ada, `${none}/refusal`)
  await ada.locator('[name=reason][value=too-late]').check({ force: true })
  await ada.getByRole('button', { name: t('claims.refusal.submit') }).click()
  await ada.waitForURL((url) => url.pathname === none)
  const refused = await read(nina, none)
  expect(refused).toContain(t('claims.reasons.too-late'))
  expect(refused).toContain(t('claims.alternatives'))
  expect(await nina.locator('.lots .lot').count()).toBeGreaterThan(0)
  await promotion(story, { ada, bruno, chiara }, { school, rest: await restOf(part) })
  expect(story.complaints.flat()).toEqual([])
}

type People = Record<'ada' | 'bruno' | 'chiara', Page>

/** The school gives up; what it leaves goes to the rest that waited, which is accepted and gets a pickup. */
async function promotion(
  story: Story,
  { ada, bruno, chiara }: People,
  { school, rest }: { school: string; rest: string },
) {
  const { t } = wordsOf(story)
  await openAlive(chiara, `${school}/cancellation`)
  await chiara.locator('[name=reason][value=no-van]').check({ force: true })
  await chiara.getByRole('button', { name: t('claims.cancellation.submit') }).click()
  await chiara.waitForURL((url) => url.pathname === school)

  await openAlive(bruno, rest)
  await bruno.locator('form[action$="/acceptance"] button').click()
  await bruno.locator('.state[data-state=confirmed]').first().waitFor()
  await bruno.getByRole('link', { name: t('pickups.propose') }).click()
  await bruno.getByRole('button', { name: t('pickups.submit') }).click()
  await bruno.waitForURL((url) => url.pathname === rest)
  await openAlive(ada, rest)
  await ada.locator('form[action$="/confirmation"] button').click()
  await ada.locator('.state[data-state=scheduled]').first().waitFor()
  expect(await read(bruno, rest)).toContain(t('allocation.rest.of'))
  const claim = await db
    .selectFrom('claims')
    .select(['state', 'qty'])
    .where('id', '=', rest.split('/').at(-1) ?? '')
    .executeTakeFirst()
  expect(claim).toEqual({ state: 'scheduled', qty: 4 })
  expect(
    await read(bruno, (await bruno.getByRole('link', { name: t('histories.link') }).getAttribute('href')) ?? ''),
  ).toContain(t('histories.title'))
}

test(
  'three ask for ten pieces: one is served, one in part, one refused; who gives up makes room, in Italian on a phone',
  () => fairWindow({ how: { locale: 'it', width: 360 }, complaints: [] }),
  300_000,
)

test(
  'three ask for ten pieces: one is served, one in part, one refused; who gives up makes room, in English on a desk',
  () => fairWindow({ how: { locale: 'en', width: 1280, height: 900 }, complaints: [] }),
  300_000,
)
