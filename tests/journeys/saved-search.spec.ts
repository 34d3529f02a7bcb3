import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { dayInRome } from '#app/domain/instant.ts'
import { translator } from '#app/i18n/translator.ts'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'
import { type App, settingsFor, startApp } from '../support/app-server.ts'
import { axeProblems } from '../support/axe.ts'
import { complaintsOf, openAlive, startBrowser, type Visit, visit } from '../support/browser.ts'
import { sessionFor } from '../support/sign-in.ts'

const { t } = translator('it')
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
    { name: 'lang', value: 'it', url: app.origin },
  ])
  return context.newPage()
}

const memberNamed = async (email: string) =>
  (await db.selectFrom('members').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id

/** A lot of pieces of a known size that nobody has asked for. */
const lotToOpen = () =>
  db
    .selectFrom('listings')
    .selectAll()
    .where('kind', '=', 'offer')
    .where('state', '=', 'live')
    .where('unit', '=', 'piece')
    .where('piece_width_mm', 'is not', null)
    .where('must_go_by', '>', new Date(Date.now() + 2 * 86_400_000).toISOString())
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('claims').select('id').whereRef('claims.listing_id', '=', 'listings.id'))),
    )
    .orderBy('id')
    .executeTakeFirstOrThrow()

/** Somebody whom it does not belong to and whom nothing was told of it: nobody is told of a lot twice. */
const strangerTo = (listing: { id: string; donor_id: string }) =>
  db
    .selectFrom('members')
    .select(['id', 'email'])
    .where('locale', '=', 'it')
    .where('email_verified_at', 'is not', null)
    .where('erased_at', 'is', null)
    .where('id', '<>', listing.donor_id)
    .where('id', 'not in', (eb) => eb.selectFrom('memberships').select('member_id'))
    .where('id', 'not in', (eb) =>
      eb.selectFrom('notices').select('member_id').where('event_key', 'like', `%${listing.id}%`),
    )
    .orderBy('id')
    .executeTakeFirstOrThrow()

/** The letter in the outbox whose subject begins so, once it is there. */
async function letterAbout(subject: string, to: string) {
  const folder = join(app.folder, 'outbox')
  const read = async () => {
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'))
    const letters = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
    return letters
      .map((letter) => JSON.parse(letter) as { to: string; subject: string; text: string })
      .find((letter) => letter.to === to && letter.subject.startsWith(subject))
  }
  return expect.poll(read, { timeout: 120_000, interval: 500 }).toBeDefined().then(read)
}

test('a cut list is kept on a phone; a lot opens, and a mail says which of the sizes it serves', async () => {
  const lot = await lotToOpen()
  const { id: seeker, email } = await strangerTo(lot)
  // The same hour twice: no quiet. The journey may run at night.
  await db
    .insertInto('notice_settings')
    .values({
      member_id: seeker,
      quiet_from: '00:00',
      quiet_to: '00:00',
      digest_hour: 8,
      unsubscribe_key: 'k'.repeat(43),
    })
    .onConflict((conflict) => conflict.column('member_id').doUpdateSet({ quiet_from: '00:00', quiet_to: '00:00' }))
    .execute()
  const fits = `1 da ${(lot.piece_length_mm ?? 0) - 10} x ${(lot.piece_width_mm ?? 0) - 10}`

  const phone = await pageOf(seeker, { locale: 'it', width: 360 })
  const complaints = complaintsOf(phone)
  const question = new URLSearchParams({ cut: `${fits}; 2 da 9000 x 2000`, near: 'Roma', sort: 'best_fit' })
  await openAlive(phone, `/listings?${question}`)
  await phone.getByRole('link', { name: t('searches.keepFor') }).click()
  await phone.waitForURL(/\/searches\/new\?/, soon)
  await phone.locator('main [name="radius"]').selectOption('50')
  await phone.getByText(t('searches.rhythms.at_once'), { exact: true }).click()
  await phone.locator('main [name="name"]').fill('Banchi per la terza')
  expect(await axeProblems(phone)).toEqual([])
  await phone.getByRole('button', { name: t('searches.form.submit') }).click()
  await phone.waitForURL(/\/searches$/, soon)
  await phone.getByText(t('searches.form.kept')).waitFor(soon)
  await phone.getByRole('heading', { name: 'Banchi per la terza' }).waitFor(soon)
  expect(await axeProblems(phone)).toEqual([])

  const desk = await pageOf(lot.donor_id, { locale: 'it', width: 1280 })
  for (const step of ['pause', 'resumption'] as const) {
    await openAlive(desk, `/listings/${lot.id}/${step}`)
    await desk.getByRole('button', { name: t(`turns.${step}.submit`), exact: true }).click()
    await desk.waitForURL((url) => url.pathname === `/listings/${lot.id}`, soon)
  }

  const letter = await letterAbout(`«${lot.title}»: ${t('searches.why.some', { lines: 1, of: 2 })}`, email)
  expect(letter?.text).toContain('Per «Banchi per la terza»')
  expect(letter?.text).toContain(`/listings/${lot.id}`)

  await openAlive(phone, '/searches')
  await phone
    .getByText(translator('it').format.day(`${dayInRome(new Date().toISOString())}T12:00:00.000Z`))
    .first()
    .waitFor(soon)
  await openAlive(phone, '/notices')
  await phone.getByRole('link', { name: /Banchi per la terza/ }).click()
  await phone.waitForURL(new RegExp(`/listings/${lot.id}$`), soon)
  expect(complaints).toEqual([])
})

test('without scripts a search gets a feed, another name, and goes', async () => {
  const page = await pageOf(await memberNamed('ada@demo.rimessa.it'), { javaScript: false })
  await page.goto('/searches/new?material=wood')
  await page.getByRole('button', { name: t('searches.form.submit') }).click()
  await page.waitForURL(/\/searches$/, soon)
  await page.getByRole('heading', { name: 'legno, di ogni tipo' }).getByRole('link').click()
  await page.getByRole('link', { name: t('searches.feed.make') }).click()
  await page.getByRole('button', { name: t('searches.feed.make') }).click()
  const address = await page.getByLabel(t('searches.feed.address')).inputValue()
  const feed = await fetch(address)
  expect([feed.status, feed.headers.get('Content-Type')]).toEqual([200, 'application/atom+xml; charset=utf-8'])
  expect(await feed.text()).toContain('<title>Rimessa: legno, di ogni tipo</title>')
  await page.getByRole('button', { name: t('searches.feed.close') }).click()
  await page.getByText(t('searches.feed.closed')).waitFor(soon)
  expect((await fetch(address)).status).toBe(404)
  await page.locator('main [name="name"]').fill('Legno')
  await page.getByRole('button', { name: t('searches.page.save') }).click()
  await page.getByRole('heading', { name: 'Legno', exact: true }).getByRole('link').click()
  await page.getByRole('link', { name: t('searches.page.remove') }).click()
  await page.getByRole('button', { name: t('searches.removal.submit') }).click()
  await page.getByText(t('searches.removal.done', { name: 'Legno' })).waitFor(soon)
})
