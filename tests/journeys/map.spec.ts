import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { translator } from '#app/i18n/translator.ts'
import type { LotsInView } from '#app/ui/map-seen.ts'
import { type App, startApp } from '../support/app-server.ts'
import { axeProblems } from '../support/axe.ts'
import { cardOf, complaintsOf, openAlive, startBrowser, type Visit, visit } from '../support/browser.ts'

const soon = { timeout: 30_000 }
const isNarrow = ({ width }: Size) => width < 960

type Size = { locale: 'it' | 'en'; width: number; height: number }
const sizes: Size[] = [
  { locale: 'it', width: 360, height: 760 },
  { locale: 'en', width: 1280, height: 860 },
]

let app: App
let browser: Browser

beforeAll(async () => {
  app = await startApp({ data: inject('demo') })
  browser = await startBrowser()
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

async function pageOf(size: Size, how: Visit = {}): Promise<Page> {
  const context = await visit(browser, app.origin, { ...size, ...how })
  await context.addCookies([{ name: 'lang', value: size.locale, url: app.origin }])
  return context.newPage()
}

const marks = (page: Page) => page.locator('.map :is(.pin, .bunch)')

async function openMap(page: Page, size: Size, address = '/listings') {
  await openAlive(page, address)
  const show = page.getByRole('button', { name: translator(size.locale).t('listings.map.show') })
  if (isNarrow(size) && (await show.isVisible())) await show.click()
  await marks(page).first().waitFor(soon)
}

/** What the server says of the map's next rest, once the map says it too. */
async function afterMoving(page: Page, size: Size, move: () => Promise<unknown>): Promise<LotsInView> {
  const [reply] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/map/lots.json') && response.ok(), soon),
    move(),
  ])
  const seen = (await reply.json()) as LotsInView
  const { t, format } = translator(size.locale)
  const { lots, grams } = seen.total
  await page
    .locator('.map-tally', { hasText: t('listings.map.total', { count: lots, mass: format.kilograms(grams, 'C') }) })
    .waitFor(soon)
  return seen
}

const numberIn = async (page: Page, selector: string) =>
  Number((await page.locator(selector).first().innerText()).replace(/[.,]/g, '').match(/\d+/)?.[0])

const listed = (page: Page) => numberIn(page, 'h1')
const mapped = (page: Page) => numberIn(page, '.map-tally')

/** The number that list and map both say, once neither changes any more. */
async function agreed(page: Page) {
  await page.locator('.map-tally').first().waitFor(soon)
  let before = -1
  await expect
    .poll(
      async () => {
        const [list, map] = [await listed(page), await mapped(page)]
        const isSteady = list === map && list === before
        before = list
        return isSteady
      },
      { timeout: 30_000, interval: 400 },
    )
    .toBe(true)
  return before
}

async function drag(page: Page, across: number, down: number) {
  const box = await page.locator('.map .map-sheet').boundingBox()
  if (!box) throw new Error('there is no map')
  const [x, y] = [box.x + box.width / 2, box.y + box.height * 0.7]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let step = 1; step <= 8; step++) await page.mouse.move(x + (across * step) / 8, y + (down * step) / 8)
  await page.waitForTimeout(80)
  await page.mouse.up()
}

describe.each(sizes)('at $width px', (size) => {
  const { t } = translator(size.locale)
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

  test('map and list agree after a drag, a zoom, the way back and a reload', async () => {
    const page = await pageOf(size)
    const complaints = complaintsOf(page)
    await openMap(page, size)
    expect(await axeProblems(page)).toEqual([])
    const all = await agreed(page)

    await drag(page, -110, 60)
    const first = await searchedHere(page)
    expect(first.lots).toBeLessThanOrEqual(all)

    for (let presses = 0; presses < 3; presses++) {
      await press(page, t('listings.map.zoomIn'))
      await page.waitForTimeout(600)
    }
    const nearer = await searchedHere(page)
    expect(nearer.lots).toBeLessThan(first.lots)

    await page.goBack()
    await page.waitForURL(first.address, soon)
    expect(await agreed(page)).toBe(first.lots)
    await page.reload()
    expect(await agreed(page)).toBe(first.lots)
    expect(await page.getByRole('button', { name: t('listings.map.here') }).count()).toBe(0)
    expect(await axeProblems(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  /** Presses «search this area» and waits until list and map have come to one number. */
  async function searchedHere(page: Page) {
    const before = page.url()
    await page.waitForTimeout(600)
    await press(page, t('listings.map.here'))
    await page.waitForURL((url) => url.href !== before && url.searchParams.has('bbox'), soon)
    return { lots: await agreed(page), address: page.url() }
  }

  test('with the keys alone somebody comes nearer, reads a card, goes back to the list', async () => {
    const page = await pageOf(size)
    await openMap(page, size)
    await page.locator('.map .map-sheet').focus()
    await afterMoving(page, size, () => page.keyboard.press('ArrowLeft'))
    for (let presses = 0; (await page.getByRole('dialog').count()) === 0; presses++) {
      if (presses > 12) throw new Error('no card opened')
      await page.locator('.map .map-sheet').focus()
      await page.keyboard.press('Tab')
      const name = await page.evaluate(() => document.activeElement?.ariaLabel ?? '')
      expect(name).toMatch(/\S, \S|: /)
      const arrived = page.waitForResponse(/map\/lots\.json/, { timeout: 5000 }).catch(() => undefined)
      await page.keyboard.press('Enter')
      await Promise.race([arrived, page.getByRole('dialog').waitFor(soon)])
      await page.waitForTimeout(500)
    }
    const card = page.getByRole('dialog')
    expect(await card.locator('a:focus').getAttribute('href')).toMatch(/^\/listings\/\d{4}-\d{3,}$/)
    expect(await axeProblems(page)).toEqual([])
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached', ...soon })
    expect(await page.evaluate(() => document.activeElement?.className)).toMatch(/pin|bunch/)
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('list')
  })

  test('a circle as wide as the blur is drawn once the map is near', async () => {
    const page = await pageOf(size)
    await openMap(page, size, '/listings?near=Centocelle&radius=1')
    await page.locator('.map path.map-blur').first().waitFor(soon)
    const { width } = (await page.locator('.map path.map-blur').first().boundingBox()) ?? { width: 0 }
    const zoom = (await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)))
      .findLast((name) => name.includes('/map/lots.json'))
      ?.match(/zoom=(\d+)/)?.[1]
    const metresPerPixel = (40_075_017 * Math.cos((41.88 * Math.PI) / 180)) / (256 * 2 ** Number(zoom))
    expect(Math.abs((width * metresPerPixel) / 2 - 600)).toBeLessThan(30)
  })

  test('without scripts there is the list, and no empty box where the map would be', async () => {
    const page = await pageOf(size, { javaScript: false })
    await page.goto('/listings')
    expect(await page.locator('.lot').count()).toBeGreaterThan(10)
    expect(await page.locator('.lots-map').isVisible()).toBe(false)
    const list = await page.locator('.browse .list').boundingBox()
    expect(list?.width).toBeGreaterThan(size.width * 0.9)
  })
})

describe('on a desk', () => {
  const [, desk] = sizes as [Size, Size]
  const { t } = translator('en')

  test('a card that is pointed at marks its pin, and a pin its card', async () => {
    const page = await pageOf(desk)
    await openMap(page, desk, '/listings?near=Centocelle&radius=2')
    const mark = page.locator('.map [data-lot]').first()
    const [id = ''] = ((await mark.getAttribute('data-lot')) ?? '').split(' ')
    const card = page.locator(cardOf(id))
    await card.getByRole('link').focus()
    expect(await mark.getAttribute('data-marked')).toBe('')
    await page.locator('h1').hover()
    expect(await page.locator('[data-marked]').count()).toBe(0)
    await mark.hover()
    expect(await card.getAttribute('data-marked')).toBe('')
  })

  test('where somebody is is asked only on a press; a refusal is said, and the search stays', async () => {
    const page = await pageOf(desk)
    await openMap(page, desk)
    await page
      .locator('.map')
      .getByRole('button', { name: t('listings.place.mine') })
      .click()
    await page.getByText(t('listings.place.refused')).waitFor(soon)
    await page.context().grantPermissions(['geolocation'], { origin: app.origin })
    await page.context().setGeolocation({ latitude: 41.8811, longitude: 12.5662 })
    await afterMoving(page, desk, () =>
      page
        .locator('.map')
        .getByRole('button', { name: t('listings.place.mine') })
        .click(),
    )
    expect(await page.getByText(t('listings.place.refused')).count()).toBe(0)
    expect(new URL(page.url()).search).toBe('')
  })

  test('a drag that stays within what is drawn draws no path again, and keeps the marks it already has', async () => {
    const page = await pageOf(desk)
    await openMap(page, desk)
    await page
      .locator('.leaflet-drawn-pane path')
      .first()
      .waitFor({ state: 'attached', ...soon })
    const mark = await marks(page).first().elementHandle()
    await page.evaluate(() => {
      const drawn: MutationRecord[] = []
      Object.assign(window, { drawn })
      const pane = document.querySelector('.leaflet-drawn-pane')
      if (pane)
        new MutationObserver((seen) => drawn.push(...seen)).observe(pane, { subtree: true, attributeFilter: ['d'] })
    })
    const redrawn = () => page.evaluate(() => (window as unknown as { drawn: unknown[] }).drawn.length)
    await afterMoving(page, desk, () => drag(page, -60, 40))
    expect(await redrawn()).toBe(0)
    expect(await mark?.evaluate((element) => element.isConnected)).toBe(true)
    await afterMoving(page, desk, () =>
      page.getByRole('button', { name: t('listings.map.zoomIn'), exact: true }).click(),
    )
    expect(await redrawn()).toBeGreaterThan(0)
  })
})
