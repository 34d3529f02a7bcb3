import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { translator } from '#app/i18n/translator.ts'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'
import { type App, settingsFor, startApp } from '../support/app-server.ts'
import { axeProblems } from '../support/axe.ts'
import { cardOf, complaintsOf, isAlive, openAlive, startBrowser, type Visit, visit } from '../support/browser.ts'
import { sessionFor } from '../support/sign-in.ts'

const { t } = translator('it')
const english = translator('en').t
const soon = { timeout: 20_000 }
const sizes = '2 da 600 × 90\n1x1000x150\nuna bella tavola'
const readable = '2 da 600 × 90\n1x1000x150'

let app: App
let db: Db
let browser: Browser
let bruno: string

beforeAll(async () => {
  app = await startApp({ data: inject('demo') })
  db = connect(settingsFor(app.folder).DATABASE_URL ?? '')
  browser = await startBrowser()
  const { id } = await db
    .selectFrom('members')
    .select('id')
    .where('email', '=', 'bruno@demo.rimessa.it')
    .executeTakeFirstOrThrow()
  bruno = id
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await db.deleteFrom('lot_marks').execute()
})

afterAll(async () => {
  await browser?.close()
  await db?.destroy()
  await app?.stop()
})

async function brunosPage(how: Visit): Promise<Page> {
  const context = await visit(browser, app.origin, how)
  await context.addCookies([
    { ...(await sessionFor(db, bruno)), url: app.origin },
    { name: 'lang', value: how.locale ?? 'it', url: app.origin },
  ])
  return context.newPage()
}

const lots = (page: Page) =>
  page.locator('.lot h2 a').evaluateAll((all) => all.map((one) => one.getAttribute('href')?.split('/').at(-1) ?? ''))
const marks = () => db.selectFrom('lot_marks').select(['listing_id', 'seen_at', 'hidden_at']).execute()

test('on a phone Bruno asks for his sizes, sees what fits, sorts, hides the first and takes it back', async () => {
  const phone = await brunosPage({ locale: 'it', width: 360 })
  const complaints = complaintsOf(phone)
  await openAlive(phone, '/listings?near=Roma')
  await phone.getByText(t('browse.cut.title')).click()
  await phone.getByLabel(t('browse.cut.list')).fill(sizes)
  await phone.getByRole('button', { name: t('browse.cut.submit') }).click()
  await phone.getByText('Non capiamo «una bella tavola».').waitFor(soon)
  expect(await phone.getByLabel(t('browse.cut.list')).inputValue()).toBe(sizes)
  await phone.getByLabel(t('browse.cut.list')).fill(readable)
  await phone.getByRole('button', { name: t('browse.cut.submit') }).click()
  await phone.getByText('2 pezzi da 600 × 90 mm').waitFor(soon)
  await phone.locator('.fit svg').first().waitFor(soon)
  expect(await phone.locator('.fit').first().innerText()).toContain('sfrido')
  const bestFirst = await lots(phone)
  expect(await axeProblems(phone)).toEqual([])

  await phone.getByRole('link', { name: t('listings.sort.newest'), exact: true }).click()
  await phone.waitForURL(/sort=newest/, soon)
  await phone.locator('.fit').first().waitFor(soon)
  expect((await lots(phone)).toSorted()).toEqual(bestFirst.toSorted())

  const [first = ''] = await lots(phone)
  await phone.locator(`${cardOf(first)} button`).click()
  await phone.getByRole('button', { name: t('browse.hidden.undo') }).waitFor(soon)
  expect(await lots(phone)).not.toContain(first)
  expect(await axeProblems(phone)).toEqual([])
  await phone.getByRole('button', { name: t('browse.hidden.undo') }).click()
  await phone.locator(cardOf(first)).waitFor(soon)
  expect(await marks()).toEqual([])
  expect(complaints).toEqual([])
})

test('whoever comes back from a lot, or reads the list anew, finds its card before them', async () => {
  const phone = await brunosPage({ locale: 'it', width: 360 })
  await openAlive(phone, '/listings')
  const card = phone.locator('.lot').nth(8)
  // Rows above have their height guessed until they are drawn: the same pixel is no promise, the same card is.
  const isBefore = () =>
    card.evaluate((one) => {
      const { top, bottom } = one.getBoundingClientRect()
      return scrollY > 800 && bottom > 0 && top < innerHeight
    })
  await card.scrollIntoViewIfNeeded()
  expect(await isBefore()).toBe(true)
  await card.locator('h2 a').click()
  await phone.waitForURL(/\/listings\/\d{4}-\d{3,}$/, soon)
  expect(await phone.evaluate(() => scrollY)).toBe(0)
  await phone.goBack({ waitUntil: 'networkidle' })
  await expect.poll(isBefore, soon).toBe(true)
  await phone.reload()
  await isAlive(phone)
  await expect.poll(isBefore, soon).toBe(true)
})

test('a lot is seen when it is opened, not when a finger or a mouse only passes over it', async () => {
  const desk = await brunosPage({ locale: 'it', width: 1280 })
  await openAlive(desk, '/listings')
  const foreign = await db.selectFrom('listings').select(['id', 'code']).where('donor_id', '!=', bruno).execute()
  const idOf = new Map(foreign.map(({ id, code }) => [code, id]))
  const lot = (await lots(desk)).find((code) => idOf.has(code)) ?? ''
  const link = desk.locator(`${cardOf(lot)} h2 a`)
  await link.hover()
  await desk.waitForLoadState('networkidle')
  expect(await marks()).toEqual([])
  await link.click()
  await desk.waitForURL(`**/listings/${lot}`, soon)
  await expect.poll(async () => (await marks()).map(({ listing_id }) => listing_id), soon).toEqual([idOf.get(lot)])
  await openAlive(desk, '/listings')
  expect(await desk.locator(cardOf(lot)).innerText()).toContain(t('browse.seen'))
})

test('at a desk, in English and with the keyboard alone', async () => {
  const desk = await brunosPage({ locale: 'en', width: 1280 })
  const complaints = complaintsOf(desk)
  await openAlive(desk, '/listings')
  const press = async (key: string, until: () => Promise<boolean>) => {
    for (let presses = 0; presses < 120 && !(await until()); presses++) await desk.keyboard.press(key)
    expect(await until()).toBe(true)
  }
  const onText = (words: string) => () =>
    desk.evaluate((sought) => document.activeElement?.textContent?.trim() === sought, words)
  const onField = (name: string) => () =>
    desk.evaluate((sought) => document.activeElement?.getAttribute('name') === sought, name)
  await press('Tab', onText(english('browse.cut.title')))
  await desk.keyboard.press('Enter')
  await press('Tab', onField('cut'))
  await desk.keyboard.type('2 of 600 × 90')
  await press('Tab', onText(english('browse.cut.submit')))
  await desk.keyboard.press('Enter')
  await desk.locator('.fit').first().waitFor(soon)
  expect(await desk.locator('.fit').first().innerText()).toContain('waste')
  expect(await axeProblems(desk)).toEqual([])

  await press('Tab', onText(english('listings.sort.ending')))
  await desk.keyboard.press('Enter')
  await desk.waitForURL(/sort=ending/, soon)
  const [first = ''] = await lots(desk)
  await press('Tab', () => desk.evaluate((card) => Boolean(document.activeElement?.closest(card)), cardOf(first)))
  await press('Tab', onText(english('browse.hide')))
  await desk.keyboard.press('Enter')
  await desk.getByRole('button', { name: english('browse.hidden.undo') }).waitFor(soon)
  await press('Shift+Tab', onText(english('browse.hidden.undo')))
  await desk.keyboard.press('Enter')
  await desk.locator(cardOf(first)).waitFor(soon)
  expect(complaints).toEqual([])
})

test('without JavaScript the same forms and buttons do the same', async () => {
  const plain = await brunosPage({ locale: 'it', width: 360, javaScript: false })
  await plain.goto('/listings')
  await plain.getByText(t('browse.more')).click()
  await plain.locator('main [name="quantity"]').fill('2')
  await plain.getByRole('button', { name: t('browse.show') }).click()
  await plain.waitForURL(/quantity=2/, soon)
  await plain.getByText(t('browse.cut.title')).click()
  await plain.getByLabel(t('browse.cut.list')).fill(readable)
  await plain.getByRole('button', { name: t('browse.cut.submit') }).click()
  await plain.waitForURL(/cut=/, soon)
  expect(plain.url()).toContain('quantity=2')
  expect(await plain.locator('.fit').first().innerText()).toContain('sfrido')
  const [first = ''] = await lots(plain)
  await plain.locator(`${cardOf(first)} button`).click()
  await plain.getByRole('button', { name: t('browse.hidden.undo') }).waitFor(soon)
  expect(await lots(plain)).not.toContain(first)
  await plain.goto('/listings/hidden')
  await plain.locator(`${cardOf(first)} button`).click()
  await plain.getByText(t('browse.hidden.none')).waitFor(soon)
  expect(await marks()).toEqual([])
})
