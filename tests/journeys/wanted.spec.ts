import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { materialName } from '#app/domain/listings/material.ts'
import { translator } from '#app/i18n/translator.ts'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'
import { type App, settingsFor, startApp } from '../support/app-server.ts'
import { axeProblems } from '../support/axe.ts'
import {
  cardOf,
  complaintsOf,
  holdBack,
  isAlive,
  openAlive,
  startBrowser,
  type Visit,
  visit,
} from '../support/browser.ts'
import { sessionFor } from '../support/sign-in.ts'

const { t } = translator('it')
const english = translator('en').t
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

async function pageOf(memberId: string, how: Visit): Promise<Page> {
  const context = await visit(browser, app.origin, how)
  await context.addCookies([
    { ...(await sessionFor(db, memberId)), url: app.origin },
    { name: 'lang', value: how.locale ?? 'it', url: app.origin },
  ])
  return context.newPage()
}

const memberNamed = async (email: string) =>
  (await db.selectFrom('members').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id

const box = (page: Page, name: string) => page.locator(`main [name="${name}"]`)

/** A lot somebody might wait for: pieces of a known size, none of them Bruno's. */
const lotToFind = (bruno: string) =>
  db
    .selectFrom('listings')
    .selectAll()
    .where('kind', '=', 'offer')
    .where('state', '=', 'live')
    .where('unit', '=', 'piece')
    .where('total', '>=', 3)
    .where('piece_width_mm', 'is not', null)
    .where('donor_id', '<>', bruno)
    .where('must_go_by', '>', new Date(Date.now() + 7_200_000).toISOString())
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('claims').select('id').whereRef('claims.listing_id', '=', 'listings.id'))),
    )
    .orderBy('id')
    .executeTakeFirstOrThrow()

test('Bruno writes a cut list on his phone, a donor proposes a lot, and his notice opens the form filled in', async () => {
  const bruno = await memberNamed('bruno@demo.rimessa.it')
  const lot = await lotToFind(bruno)
  const phone = await pageOf(bruno, { locale: 'it', width: 360 })
  const complaints = complaintsOf(phone)

  await openAlive(phone, '/wanted/new')
  await box(phone, 'material').fill(materialName(lot.material_key, 'it'))
  await box(phone, 'material').press('Escape')
  await box(phone, 'quantity').fill('3')
  await box(phone, 'piece_length').fill(String((lot.piece_length_mm ?? 0) - 10))
  await box(phone, 'town').fill('Roma')
  await box(phone, 'town').press('Escape')
  await box(phone, 'radius').selectOption('100')
  await box(phone, 'purpose').fill('Tre mensole di prova.')
  expect(await axeProblems(phone)).toEqual([])
  await phone.getByRole('button', { name: t('wanted.form.submit') }).click()
  await phone.waitForURL(/\/wanted\/[\w-]{36}$/, soon)
  await phone.getByRole('heading', { level: 1, name: materialName(lot.material_key, 'it') }).waitFor(soon)
  await phone.locator(cardOf(lot.code ?? '')).waitFor(soon)
  expect(await axeProblems(phone)).toEqual([])

  const desk = await pageOf(lot.donor_id, { locale: 'en', width: 1280 })
  await openAlive(desk, `/listings/${lot.id}`)
  const slip = desk.locator('#seekers .slip', { hasText: 'Tre mensole di prova.' })
  await slip.getByRole('button', { name: english('wanted.seekers.invite') }).click()
  await desk.getByText(english('wanted.seekers.done')).waitFor(soon)
  await slip.getByText(/Proposed \w/).waitFor(soon)
  expect(await axeProblems(desk)).toEqual([])

  await openAlive(phone, '/notices')
  await phone
    .getByRole('link', { name: /ha pensato a te/ })
    .first()
    .click()
  await phone.waitForURL(/\/claims\/new\?quantity=3$/, soon)
  expect(await box(phone, 'wanted').inputValue()).toBe('3')
  expect(complaints).toEqual([])
})

test('a material typed while the scripts are on their way stays, and is looked up once they are there', async () => {
  const page = await pageOf(await memberNamed('chiara@demo.rimessa.it'), { locale: 'it' })
  const complaints = complaintsOf(page)
  const live = await holdBack(page, '**/assets/parts*.js')
  await page.goto('/wanted/new', { waitUntil: 'domcontentloaded' })
  await box(page, 'quantity').fill('12')
  await box(page, 'material').fill('tubi')
  live()
  await isAlive(page)
  await page.getByRole('option', { name: /tubi/i }).first().waitFor(soon)
  expect(await box(page, 'material').inputValue()).toBe('tubi')
  expect(await box(page, 'quantity').inputValue()).toBe('12')
  expect(complaints).toEqual([])
})

test('without scripts the same form asks which material was meant and keeps what was typed', async () => {
  const page = await pageOf(await memberNamed('chiara@demo.rimessa.it'), { javaScript: false })
  await page.goto('/wanted/new')
  await box(page, 'material').fill('tubi')
  await box(page, 'quantity').fill('12')
  await box(page, 'town').fill('00177')
  await page.getByRole('button', { name: t('wanted.form.submit') }).click()
  await page.getByText(t('wanted.errors.material-which')).waitFor(soon)
  expect(await box(page, 'quantity').inputValue()).toBe('12')
  await page.locator('[name="material_choice"]').first().check()
  const which = page.locator('[name="place_choice"]')
  if ((await which.count()) > 0) await which.first().check()
  await page.getByRole('button', { name: t('wanted.form.submit') }).click()
  await page.waitForURL(/\/wanted\/[\w-]{36}$/, soon)
})
