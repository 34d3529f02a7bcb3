import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'
import { type App, settingsFor, startApp } from '../support/app-server.ts'
import { axeProblems } from '../support/axe.ts'
import { complaintsOf, openAlive, startBrowser, type Visit, visit } from '../support/browser.ts'
import { htmlProblems } from '../support/html-checker.ts'
import { photoFixture } from '../support/photos.ts'
import { type Cookie, sessionFor } from '../support/sign-in.ts'

// A busy machine takes its time.
const soon = { timeout: 20_000 }

let app: App
let db: Db
let browser: Browser

beforeAll(async () => {
  app = await startApp({ data: inject('demo') })
  db = connect(settingsFor(app.folder).DATABASE_URL ?? '')
  browser = await startBrowser()
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

afterAll(async () => {
  await browser?.close()
  await db?.destroy()
  await app?.stop()
})

type Desk = { context: BrowserContext; page: Page; edit: string; id: string; session: Cookie & { url: string } }

const ada = async () =>
  (await db.selectFrom('members').select('id').where('email', '=', 'ada@demo.rimessa.it').executeTakeFirstOrThrow()).id

/** A new draft, open in the browser of Ada or of whoever is named. */
async function newDraft(how: Visit = {}, member?: string): Promise<Desk> {
  const context = await visit(browser, app.origin, how)
  const session = { ...(await sessionFor(db, member ?? (await ada()))), url: app.origin }
  await context.addCookies([session, { name: 'lang', value: how.locale ?? 'it', url: app.origin }])
  const page = await context.newPage()
  await openAlive(page, '/listings/new', how)
  const edit = new URL(page.url()).pathname
  return { context, page, edit, id: edit.split('/')[2] ?? '', session }
}

const open = (page: Page, path: string) => openAlive(page, path)
const box = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const value = (page: Page, name: string) => expect.poll(() => box(page, name).inputValue(), soon)
const note = (page: Page) => expect.poll(() => page.locator('.actionbar [role=status]').textContent(), soon)
const leave = (page: Page) => page.locator('h1').click()
const lot = (id: string) => db.selectFrom('listings').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

test('what is typed without a signal is on the page when the signal is back, even after a reload', async () => {
  const { context, page, edit, id } = await newDraft()
  await context.setOffline(true)
  await box(page, 'title').fill('Travetti di abete')
  await leave(page)
  await note(page).toContain('Senza rete')
  await page.getByRole('button', { name: 'Avanti' }).click()
  expect(await box(page, 'title').inputValue()).toBe('Travetti di abete')
  await context.setOffline(false)
  await open(page, edit)
  await value(page, 'title').toBe('Travetti di abete')
  await expect.poll(async () => (await lot(id)).title, soon).toBe('Travetti di abete')
})

test('what cannot be read yet outlives a reload, with its reason; once right, nothing stays behind on the phone', async () => {
  const { page, edit } = await newDraft()
  await box(page, 'title').fill('Travetti di abete')
  await box(page, 'material').fill('Travi e travetti')
  await box(page, 'quantity').fill('8,0,0')
  await leave(page)
  await expect.poll(() => page.locator('.error').allTextContents(), soon).toEqual([expect.stringContaining('«8,0,0»')])
  await open(page, edit)
  await value(page, 'quantity').toBe('8,0,0')
  await box(page, 'quantity').fill('18')
  await leave(page)
  await expect.poll(() => page.locator('.error').count(), soon).toBe(0)
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage)), soon).toEqual([])
})

test('what is missing is led to, however far below the button was', async () => {
  const { page } = await newDraft()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('name'))
  await page.getByRole('button', { name: 'Avanti' }).click()
  await expect.poll(focused, soon).toBe('title')
  await box(page, 'title').fill('Travetti di abete')
  // Saved meanwhile, which is no reason to be silent about the rest.
  await note(page).toContain('Bozza salvata')
  await page.getByRole('button', { name: 'Avanti' }).click()
  await expect.poll(focused, soon).toBe('material')
  expect(await page.getByText('Manca. Scrivilo per andare avanti.').count()).toBe(2)
})

test('an ended session loses nothing: sign in, come back, go on', async () => {
  const { context, page, edit, session } = await newDraft()
  const lang = { name: 'lang', value: 'it', url: app.origin }
  await context.clearCookies()
  await context.addCookies([lang])
  await box(page, 'title').fill('Dopo la pausa pranzo')
  await leave(page)
  await note(page).toContain('La sessione è scaduta')
  expect(await page.locator('.actionbar a').getAttribute('href')).toBe(`/sign-in?to=${encodeURIComponent(edit)}`)
  await page.getByRole('button', { name: 'Avanti' }).click()
  await page.waitForURL(/sign-in/)
  await context.addCookies([session])
  await open(page, edit)
  await value(page, 'title').toBe('Dopo la pausa pranzo')
})

test('the material is chosen from the keyboard, and the weight proposed while the sizes are typed', async () => {
  const { page, id } = await newDraft()
  const complaints = complaintsOf(page)
  await box(page, 'title').fill('Travetti di abete')
  await box(page, 'material').pressSequentially('trav', { delay: 30 })
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await value(page, 'material').toBe('Travi e travetti')
  await box(page, 'quantity').fill('18')
  await page.getByRole('button', { name: 'Avanti' }).click()
  await page.waitForURL(/step=measures/)
  await box(page, 'piece_length').fill('2,4 m')
  await box(page, 'piece_width').fill('8')
  await box(page, 'piece_thickness').fill('8')
  await leave(page)
  await expect
    .poll(() => page.locator('.weigh .banner').first().textContent(), soon)
    .toMatch(/18.pezzi di travi e travetti fanno circa \d+/)
  expect(await lot(id)).toMatchObject({ total: 18, piece_length_mm: 2400, weight_grade: 'C' })
  expect(complaints).toEqual([])
})

test('the pin moves by arrow keys, and the circle others see holds it', async () => {
  const { page, edit, id } = await newDraft()
  await open(page, `${edit}?step=pickup`)
  await box(page, 'town').fill('')
  await box(page, 'town').pressSequentially('montesacro', { delay: 30 })
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  const before = Number(await box(page, 'latitude').inputValue())
  await page.locator('.pin-map').scrollIntoViewIfNeeded()
  await page.locator('.pin-map .leaflet-marker-draggable').focus(soon)
  for (let presses = 0; presses < 5; presses++) await page.keyboard.press('ArrowUp')
  await expect.poll(async () => Number(await box(page, 'latitude').inputValue()) - before, soon).toBeCloseTo(0.001, 5)
  await box(page, 'street').fill('via Monte Patulo 2')
  await leave(page)
  await expect.poll(async () => (await lot(id)).place_id, soon).not.toBeNull()
  await page.locator('.pin-map .map-blur').waitFor(soon)
})

test('where a photo was taken is offered, and used only on request', async () => {
  const { page, edit } = await newDraft()
  await page.locator('.photos input[multiple]').setInputFiles(photoFixture('boards-gps.heic'))
  await expect.poll(() => page.locator('.photos > li[draggable]').count(), soon).toBe(1)
  await open(page, `${edit}?step=pickup`)
  const before = await box(page, 'latitude').inputValue()
  await page.getByRole('button', { name: 'Dove ho fatto la foto' }).click()
  await value(page, 'latitude').not.toBe(before)
  await value(page, 'town').not.toBe('')
})

test('a lot that is public changes on «Salva», not while its donor types', async () => {
  const { id, title, donor_id } = await db
    .selectFrom('listings')
    .select(['id', 'title', 'donor_id'])
    .where('state', '=', 'live')
    .where('held', '=', 0)
    .executeTakeFirstOrThrow()
  const { page } = await newDraft({}, donor_id)
  await open(page, `/listings/${id}/edit`)
  await box(page, 'title').fill(`${title}, asciutto`)
  await leave(page)
  await page.waitForTimeout(2500)
  expect((await lot(id)).title).toBe(title)
  await page.getByRole('button', { name: 'Salva' }).click()
  await page.waitForURL(new RegExp(`/listings/${id}$`))
  expect((await lot(id)).title).toBe(`${title}, asciutto`)
  await open(page, `/listings/${id}/edit`)
  await value(page, 'title').toBe(`${title}, asciutto`)
})

test('each page passes axe and the HTML checker, by day on a phone and by night on a desk', async () => {
  for (const how of [{}, { locale: 'en', width: 1280, height: 900, dark: true }] as const) {
    const { page, edit, id } = await newDraft(how)
    for (const path of [
      edit,
      `${edit}?step=measures`,
      `${edit}?step=pickup`,
      `/listings/${id}/publication`,
      `/listings/${id}/withdrawal`,
    ]) {
      await open(page, path)
      expect(await axeProblems(page), path).toEqual([])
      expect(await htmlProblems(inject('htmlChecker'), await page.content()), path).toEqual([])
    }
  }
})

test('without scripts a lot is posted by plain forms', async () => {
  const { page, id } = await newDraft({ javaScript: false })
  const next = () => page.getByRole('button', { name: 'Avanti' }).click()
  await page.locator('.photos input[multiple]').setInputFiles(photoFixture('boards.jpg'))
  await page.getByRole('button', { name: 'Carica le foto' }).click()
  await box(page, 'title').fill('Travetti di abete')
  await box(page, 'material').fill('trav')
  await box(page, 'quantity').fill('18')
  await next()
  await box(page, 'material_choice').first().check()
  await next()
  await box(page, 'piece_length').fill('240')
  await next()
  await box(page, 'town').fill('Talenti')
  await box(page, 'street').fill('via Val Maggia 12')
  await next()
  await box(page, 'declared').check()
  if (await page.locator('[name=organisation_id][value=""]').count())
    await page.locator('[name=organisation_id][value=""]').check()
  await page.getByRole('button', { name: 'Pubblica' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/publication'))
  const { state, code } = await lot(id)
  expect(state).toMatch(/live|in_review/)
  expect(new URL(page.url()).pathname).toBe(`/listings/${code ?? id}`)
})
