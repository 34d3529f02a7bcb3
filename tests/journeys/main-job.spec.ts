import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import { romanDays } from '#app/domain/instant.ts'
import { translator } from '#app/i18n/translator.ts'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'
import { type App, runScript, settingsFor, startApp } from '../support/app-server.ts'
import { axeProblems } from '../support/axe.ts'
import { cardOf, complaintsOf, openAlive, startBrowser, type Visit, visit } from '../support/browser.ts'
import { finger, type Hand, keyboard } from '../support/hand.ts'
import { photoFixture } from '../support/photos.ts'

let app: App
let db: Db
let browser: Browser

beforeAll(async () => {
  browser = await startBrowser()
})

beforeEach(async () => {
  app = await startApp({ data: inject('demo'), env: { REVIEW_NEW_DONORS: 'off' } })
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

type Story = { how: Visit; hand: (page: Page) => Hand; title: string; complaints: string[][] }
const tongue = ({ how }: Story) => translator(how.locale ?? 'it')

async function comeIn(story: Story, email: string): Promise<Hand> {
  const context = await visit(browser, app.origin, story.how)
  const page = await context.newPage()
  story.complaints.push(complaintsOf(page))
  const hand = story.hand(page)
  await openAlive(page, `/sign-in?lang=${story.how.locale ?? 'it'}`, story.how)
  await hand.type(page.locator('main input[name=email]'), email)
  await hand.type(page.locator('main input[name=password]'), 'rimessa-demo')
  await hand.press(page.locator('main form button[type=submit], main form button:not([type])').first())
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return hand
}

/** Photos first, then what it is, its size, where it is, and the declaration. Returns the lot's path. */
async function post(story: Story, hand: Hand) {
  const { page } = hand
  const { t } = tongue(story)
  const next = page.getByRole('button', { name: t('posting.next'), exact: true })
  await openAlive(page, '/listings/new')
  await hand.files(
    page.locator('.photos input[multiple]').first(),
    ['boards.jpg', 'boards-rotated.jpg', 'boards-gps.heic'].map(photoFixture),
  )
  await page.waitForFunction(() => document.querySelectorAll('.photos > li[draggable]').length === 3)
  await hand.type(page.locator('[name=title]'), story.title)
  await hand.type(page.locator('[name=material]'), story.how.locale === 'en' ? 'boards' : 'tavole')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await hand.type(page.locator('[name=quantity]'), '12')
  expect(await axeProblems(page)).toEqual([])
  await hand.press(next)
  await page.locator('[name=piece_length]').waitFor()
  await hand.type(page.locator('[name=piece_length]'), '1200 mm')
  await hand.type(page.locator('[name=piece_width]'), '190 mm')
  await hand.type(page.locator('[name=piece_thickness]'), '27 mm')
  await hand.tick(page.locator('[name=condition][value=good]'))
  await hand.press(next)
  await page.locator('[name=street]').waitFor()
  await hand.press(page.getByRole('button', { name: t('posting.pickup.fromPhoto') }))
  await page.waitForFunction(() => (document.querySelector<HTMLInputElement>('[name=latitude]')?.value ?? '') !== '')
  await hand.type(page.locator('[name=street]'), 'via Monte Cervialto 12')
  await hand.tick(page.locator('[name=allocation_rule][value=donor_picks]'))
  await hand.press(next)
  await page.locator('[name=declared]').waitFor()
  await hand.tick(page.locator('[name=given_as][value=use]'))
  await hand.tick(page.locator('[name=declared]'))
  await hand.press(page.getByRole('button', { name: t('posting.confirm.publish') }))
  await page.waitForURL((url) => /^\/listings\/(?:[0-9a-f-]{36}|\d{4}-\d{3,})$/.test(url.pathname))
  return new URL(page.url()).pathname
}

/** By its words, in the list and on the map. */
async function find(story: Story, hand: Hand) {
  const { page } = hand
  await openAlive(page, '/listings')
  await hand.type(page.locator('input[name=q]').first(), story.title)
  await page.keyboard.press('Enter')
  const link = page.locator('.lot').getByRole('link', { name: story.title })
  await link.waitFor()
  // On a phone the map comes when it is asked for.
  const toMap = page.getByRole('button', { name: tongue(story).t('listings.map.show') })
  if (await toMap.isVisible()) await hand.press(toMap)
  await page.locator(`.map .pin[aria-label^="${story.title}"]`).waitFor()
  expect(await axeProblems(page)).toEqual([])
  await hand.press(link)
  await page.waitForURL((url) => /^\/listings\/(?:[0-9a-f-]{36}|\d{4}-\d{3,})$/.test(url.pathname))
}

async function claim(story: Story, hand: Hand, pieces: string) {
  const { page } = hand
  const { t } = tongue(story)
  await hand.type(page.locator('main input[name=quantity]'), pieces)
  await hand.press(page.getByRole('button', { name: t('listings.lot.ask') }))
  await page.locator('[name=purpose]').waitFor()
  await hand.tick(page.locator('[name=transport][value=van]'))
  await hand.type(page.locator('[name=purpose]'), 'Banchi per la scuola')
  await hand.press(page.getByRole('button', { name: t('claims.form.submit') }))
  await page.waitForURL((url) => url.pathname.startsWith('/claims/'))
  return new URL(page.url()).pathname
}

/** From here on two people answer each other, each on their own screen. */
async function agree(story: Story, ada: Hand, bruno: Hand, claimPath: string) {
  const { t } = tongue(story)
  await openAlive(ada.page, `${claimPath}/offer`)
  await ada.press(ada.page.getByRole('button', { name: t('claims.offer.submit') }))
  await ada.page.waitForURL((url) => url.pathname === claimPath)

  await openAlive(bruno.page, claimPath)
  expect(await bruno.page.getByText('Monte Cervialto').count()).toBe(0)
  await bruno.press(bruno.page.locator('form[action$="/acceptance"] button'))
  await bruno.page.getByText('via Monte Cervialto 12').waitFor()
  await bruno.press(bruno.page.getByRole('link', { name: t('pickups.propose') }))
  await bruno.page.locator('[name=starts_at]').waitFor()
  await bruno.press(bruno.page.getByRole('button', { name: t('pickups.submit') }))
  await bruno.page.waitForURL((url) => url.pathname === claimPath)

  await openAlive(ada.page, claimPath)
  await ada.press(ada.page.locator('form[action$="/confirmation"] button'))
  await ada.page.locator('.state[data-state=scheduled]').first().waitFor()
}

async function handOver(story: Story, ada: Hand, bruno: Hand, claimPath: string) {
  const { t } = tongue(story)
  await openAlive(bruno.page, claimPath)
  const code = (await bruno.page.locator('.code .spell span[aria-hidden]').allTextContents()).join('')
  expect(code).toMatch(/^[A-HJKM-NP-Z2-9]{6}$/)

  await openAlive(ada.page, `${claimPath}/handover`)
  await ada.type(ada.page.locator('[name=code]').first(), code)
  await ada.type(ada.page.locator('[name=weight]'), story.how.locale === 'en' ? '23.4' : '23,4')
  await ada.tick(ada.page.locator('[name=grade][value=A]'))
  await ada.tick(ada.page.locator('[name=condition][value=as_described]'))
  await ada.press(ada.page.locator('main button[type=submit], main form button:not([type])').last())
  await ada.page.waitForURL((url) => url.pathname.startsWith('/handovers/'))

  await openAlive(bruno.page, new URL(ada.page.url()).pathname)
  expect(await axeProblems(bruno.page)).toEqual([])
  await bruno.press(bruno.page.getByRole('button', { name: t('handovers.page.confirm') }))
  await bruno.page.getByText(t('handovers.page.counted')).first().waitFor()
}

/** Grams of the year, as the first page counts them. */
async function countedGrams() {
  const total = await db
    .selectFrom('mass_ledger')
    .select((eb) => eb.fn.sum<number>('typ_g').as('grams'))
    .where('taker_type', '=', 'end_user')
    .where('effective_at', '>=', romanDays(`${new Date().getFullYear()}-01-01`).from)
    .executeTakeFirstOrThrow()
  return Number(total.grams)
}

async function mainJob(story: Story) {
  const before = await countedGrams()
  const ada = await comeIn(story, 'ada@demo.rimessa.it')
  const lotPath = await post(story, ada)
  const bruno = await comeIn(story, 'bruno@demo.rimessa.it')
  await find(story, bruno)
  const claimPath = await claim(story, bruno, '8')
  await agree(story, ada, bruno, claimPath)
  await handOver(story, ada, bruno, claimPath)

  const { format } = tongue(story)
  expect(await countedGrams()).toBe(before + 23_400)
  await openAlive(bruno.page, lotPath)
  expect(await bruno.page.locator('main').innerText()).toContain(format.kilograms(23_400, 'A'))
  await openAlive(bruno.page, '/')
  const headline = (await bruno.page.locator('.tally .figure').first().innerText()).replace(/\s/g, '')
  expect(headline).toBe(format.kilograms(before + 23_400).replace(/\s/g, ''))
  await runScript('scripts/verify-ledger.ts', settingsFor(app.folder))
  expect(story.complaints.flat()).toEqual([])
}

test(
  'from three photos to 23,4 kilograms that count, in Italian on a phone',
  () =>
    mainJob({ how: { locale: 'it', width: 360 }, hand: finger, title: 'Tavole del viaggio di prova', complaints: [] }),
  240_000,
)

test(
  'from three photos to 23.4 kilograms that count, in English on a desktop, with the keyboard alone',
  () =>
    mainJob({
      how: { locale: 'en', width: 1280, height: 900 },
      hand: keyboard,
      title: 'Boards of the keyboard journey',
      complaints: [],
    }),
  300_000,
)

test('found and asked for without a line of JavaScript', async () => {
  const story: Story = { how: { locale: 'it', width: 360, javaScript: false }, hand: finger, title: '', complaints: [] }
  const bruno = await comeIn(story, 'bruno@demo.rimessa.it')
  const { page } = bruno
  const { t } = tongue(story)
  const mine = db.selectFrom('claims').select('listing_id').where('is_open', '=', 1)
  const donor = await db
    .selectFrom('members')
    .select('id')
    .where('email', '=', 'bruno@demo.rimessa.it')
    .executeTakeFirstOrThrow()
  const lot = await db
    .selectFrom('listings')
    .select(['code', 'title'])
    .where('state', '=', 'live')
    .where('held', '=', 0)
    .where('collected', '=', 0)
    .where('unit', '=', 'piece')
    .where('donor_id', '!=', donor.id)
    .where('id', 'not in', mine)
    // A size in a title is a question about size.
    .where('title', 'not like', '%0%')
    .executeTakeFirstOrThrow()
  await page.goto('/listings')
  await page.locator('input[name=q]').first().fill(lot.title)
  await page.getByRole('button', { name: t('listings.search.submit') }).click()
  await page
    .locator(cardOf(lot.code ?? ''))
    .getByRole('link')
    .click()
  await page.locator('main input[name=quantity]').fill('1')
  await page.getByRole('button', { name: t('listings.lot.ask') }).click()
  await page.getByRole('button', { name: t('claims.form.submit') }).click()
  expect(await page.locator('.error').first().innerText()).not.toBe('')
  await page.locator('[name=transport][value=car]').check({ force: true })
  await page.locator('[name=purpose]').fill('Una mensola')
  await page.getByRole('button', { name: t('claims.form.submit') }).click()
  await page.waitForURL((url) => /^\/claims\/[0-9a-f-]{36}$/.test(url.pathname))
}, 120_000)
