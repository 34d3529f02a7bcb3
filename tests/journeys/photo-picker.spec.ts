import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'
import { type App, settingsFor, startApp } from '../support/app-server.ts'
import { axeProblems } from '../support/axe.ts'
import { complaintsOf, openAlive, startBrowser, type Visit, visit } from '../support/browser.ts'
import { htmlProblems } from '../support/html-checker.ts'
import { photoFixture } from '../support/photos.ts'
import { sessionFor } from '../support/sign-in.ts'

// A busy machine takes its time; a picture in HEIC takes it anyway.
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

/** A new draft of Ada's, open in her browser. */
async function newDraft(how: Visit = {}): Promise<Page> {
  const { id } = await db
    .selectFrom('members')
    .select('id')
    .where('email', '=', 'ada@demo.rimessa.it')
    .executeTakeFirstOrThrow()
  const context = await visit(browser, app.origin, how)
  await context.addCookies([{ ...(await sessionFor(db, id)), url: app.origin }])
  if (how.locale) await context.addCookies([{ name: 'lang', value: how.locale, url: app.origin }])
  const page = await context.newPage()
  await openAlive(page, '/listings/new', how)
  return page
}

const tiles = (page: Page) => page.locator('.photos > li[draggable]')
const covers = (page: Page) =>
  tiles(page).evaluateAll((all) => all.map((li) => li.querySelector('img')?.getAttribute('src')?.slice(8, 14)))
const status = (page: Page) => page.locator('.photo-picker').getByRole('status')
const choose = (page: Page, ...names: string[]) =>
  page.locator('.photos input[multiple]').setInputFiles(names.map(photoFixture))

test('three photos at once, HEIC and rotated among them, stand in the order they were chosen', async () => {
  const page = await newDraft()
  const complaints = complaintsOf(page)
  await choose(page, 'boards-gps.heic', 'boards-rotated.jpg', 'boards.jpg')
  await expect.poll(() => tiles(page).count(), soon).toBe(3)
  const order = await covers(page)
  await page.reload()
  expect(await covers(page)).toEqual(order)
  expect(await axeProblems(page)).toEqual([])
  expect(await htmlProblems(inject('htmlChecker'), await page.content())).toEqual([])
  expect(complaints).toEqual([])
})

test('by keyboard alone: a photo becomes the cover, is described, and is taken away, and what was typed stays', async () => {
  const page = await newDraft({ locale: 'en', width: 1280 })
  await page.getByLabel('Title').fill('Oak boards')
  await choose(page, 'boards.jpg', 'tins.png')
  await expect.poll(() => tiles(page).count(), soon).toBe(2)
  const [first, second] = await covers(page)
  await page.getByRole('button', { name: 'Move photo 2 earlier' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => status(page).textContent(), soon).toContain('It is the cover now.')
  expect(await covers(page)).toEqual([second, first])
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Move photo 1 earlier')

  await page.getByText('Describe the photos').click()
  await page.getByLabel('What does photo 1 show?').fill('Two tins of varnish')
  await page.keyboard.press('Enter')
  await expect.poll(() => status(page).textContent(), soon).toContain('Description saved.')
  await page.getByRole('button', { name: 'Remove photo 2' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => status(page).textContent(), soon).toContain('Photo removed.')
  expect(await page.getByLabel('Title').inputValue()).toBe('Oak boards')
  await page.reload()
  expect(
    await tiles(page)
      .locator('img')
      .evaluateAll((all) => all.map((img) => img.getAttribute('alt'))),
  ).toEqual(['Photo 1: Two tins of varnish'])
})

test('a photo dragged onto another takes its place', async () => {
  const page = await newDraft({ width: 1280 })
  await choose(page, 'boards.jpg', 'tins.png', 'tins.webp')
  await expect.poll(() => tiles(page).count(), soon).toBe(3)
  const [a, b, c] = await covers(page)
  // A first small step: on a busy machine Chromium starts no drag for a pointer that leaves the tile in one leap.
  const dragged = tiles(page).nth(2)
  await dragged.hover({ position: { x: 120, y: 60 } })
  await page.mouse.down()
  await dragged.hover({ position: { x: 112, y: 60 } })
  await tiles(page).nth(0).hover()
  await page.mouse.up()
  await expect.poll(() => covers(page), soon).toEqual([c, a, b])
})

test('pictures are dropped and pasted onto the page as well as chosen', async () => {
  const page = await newDraft({ width: 1280 })
  const bytes = await Promise.all(
    ['boards.jpg', 'tins.png'].map(async (name) => [...(await readFile(photoFixture(name)))]),
  )
  await page.evaluate(([dropped = [], pasted = []]) => {
    const carrying = (name: string, content: number[]) => {
      const data = new DataTransfer()
      data.items.add(new File([new Uint8Array(content)], name))
      return data
    }
    const bubbles = { bubbles: true, cancelable: true }
    document
      .querySelector('.photo-picker')
      ?.dispatchEvent(new DragEvent('drop', { ...bubbles, dataTransfer: carrying('a.jpg', dropped) }))
    document.dispatchEvent(new ClipboardEvent('paste', { ...bubbles, clipboardData: carrying('b.png', pasted) }))
  }, bytes)
  await expect.poll(() => tiles(page).count(), soon).toBe(2)
})

test('a photo that the network drops keeps its picture, and arrives at the second try', async () => {
  const page = await newDraft()
  await page.context().setOffline(true)
  await choose(page, 'boards.jpg')
  await expect.poll(() => page.locator('[data-upload=failed]').textContent(), soon).toContain('La rete è caduta')
  expect(await page.locator('[data-upload=failed] img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(800)
  expect(await axeProblems(page)).toEqual([])
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Riprova' }).click()
  await expect.poll(() => tiles(page).count(), soon).toBe(1)
})

test('what is no photo says so on its tile, and the eleventh is not even sent', async () => {
  const page = await newDraft()
  await page.getByLabel('Titolo').fill('Assi')
  await choose(page, 'liar.heic')
  await expect.poll(() => page.locator('[data-upload=failed]').textContent(), soon).toContain('Il file è rovinato')
  await page.getByRole('button', { name: 'Togli liar.heic' }).click()
  expect(await page.locator('[data-upload]').count()).toBe(0)
  expect(await page.getByLabel('Titolo').inputValue()).toBe('Assi')
  await choose(page, ...Array.from({ length: 11 }, () => 'boards.jpg'))
  await expect.poll(() => status(page).textContent(), soon).toContain('già dieci')
})

test('when the session has ended the picture waits, and goes through after signing in elsewhere', async () => {
  const page = await newDraft()
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await choose(page, 'boards.jpg')
  await expect.poll(() => page.locator('[data-upload=failed]').textContent(), soon).toContain('La sessione è scaduta')
  await page.context().addCookies(cookies)
  await page.getByRole('button', { name: 'Riprova' }).click()
  await expect.poll(() => tiles(page).count(), soon).toBe(1)
})

test('without scripts photos are sent, ordered and taken away by plain forms', async () => {
  const page = await newDraft({ javaScript: false })
  await choose(page, 'boards.jpg', 'tins.png')
  await page.getByRole('button', { name: 'Carica le foto' }).click()
  await page.waitForURL(/edit.*#photos/)
  expect(await tiles(page).count()).toBe(2)
  const [first, second] = await covers(page)
  await page.getByRole('button', { name: 'Sposta prima la foto 2' }).click()
  await page.waitForURL(/edit.*#photos/)
  await expect.poll(() => covers(page), soon).toEqual([second, first])
  await page.getByRole('button', { name: 'Togli la foto 1' }).click()
  await expect.poll(() => covers(page), soon).toEqual([first])
  await choose(page, 'liar.heic')
  await page.getByRole('button', { name: 'Carica le foto' }).click()
  await page.waitForURL(/photo_refused=photo-damaged/)
  expect(await page.locator('.banner').textContent()).toContain('Il file è rovinato')
})
