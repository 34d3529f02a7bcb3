import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { newId } from '#app/domain/id.server.ts'
import { writeMessage } from '#app/domain/messages/write-message.server.ts'
import { write } from '#app/domain/write.server.ts'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'
import { type App, settingsFor, startApp } from '../support/app-server.ts'
import { axeProblems } from '../support/axe.ts'
import { complaintsOf, startBrowser, type Visit, visit } from '../support/browser.ts'
import { htmlProblems } from '../support/html-checker.ts'
import { photoFixture } from '../support/photos.ts'
import { sessionFor } from '../support/sign-in.ts'

// A busy machine takes its time; what must be quick is measured.
const soon = { timeout: 20_000 }
const phone: Visit = { locale: 'it', width: 360 }
const desk: Visit = { locale: 'en', width: 1280 }

let app: App
let db: Db
let browser: Browser
let claim: { id: string; claimant_id: string; donor_id: string }

beforeAll(async () => {
  app = await startApp({ data: inject('demo') })
  db = connect(settingsFor(app.folder).DATABASE_URL ?? '')
  browser = await startBrowser()
  claim = await db
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .select(['claims.id', 'claims.claimant_id', 'listings.donor_id'])
    .where('claims.state', '=', 'requested')
    .whereRef('claims.claimant_id', '<>', 'listings.donor_id')
    .orderBy('claims.id')
    .executeTakeFirstOrThrow()
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await db.deleteFrom('message_photos').execute()
  await db.deleteFrom('messages').execute()
  await db.deleteFrom('message_reads').execute()
})

afterAll(async () => {
  await browser?.close()
  await db?.destroy()
  await app?.stop()
})

async function pageOf(memberId: string, how: Visit): Promise<Page> {
  const context = await visit(browser, app.origin, how)
  await context.addCookies([{ ...(await sessionFor(db, memberId)), url: app.origin }])
  await context.addCookies([{ name: 'lang', value: how.locale ?? 'it', url: app.origin }])
  return context.newPage()
}

const thread = () => `/claims/${claim.id}/messages`
const isLive = (page: Page) => page.waitForResponse((reply) => reply.url().includes('/messages.live') && reply.ok())

/** The thread in a browser whose line is up. */
async function open(memberId: string, how: Visit) {
  const page = await pageOf(memberId, how)
  const [reply] = await Promise.all([isLive(page), page.goto(thread())])
  expect(reply.headers()['content-encoding']).toBeUndefined()
  return page
}

const notes = (page: Page) => page.locator('.thread > li')
const box = (page: Page) => page.getByLabel(/Scrivi un messaggio|Write a message/)

/** Written by this process into the server's database: the server finds out by itself. */
function writtenElsewhere(by: string, text: string) {
  const act = { by: { id: by, is_admin: false, coordinates: [] }, at: new Date().toISOString(), via: 'script' } as const
  return write(db, (trx) => writeMessage(trx, act, claim.id, { text, phrase: undefined, key: newId(), is_sure: true }))
}

/** When the words came to stand in the page, by the clock that all browsers and this process share. */
async function watch(page: Page, words: string) {
  await page.evaluate((words) => {
    const there = () => document.querySelector('.thread')?.textContent?.includes(words)
    const seen = new Promise<number>((resolve) => {
      new MutationObserver(() => there() && resolve(Date.now())).observe(document.body, {
        childList: true,
        subtree: true,
        characterData: true,
      })
    })
    Object.assign(window, { seen })
  }, words)
  return () => page.evaluate(() => (window as unknown as { seen: Promise<number> }).seen)
}

/** Milliseconds from a press of the button in one browser until the words stand in the other. */
async function carried(from: Page, to: Page, words: string) {
  await from.evaluate(() => {
    const pressed = new Promise<number>((resolve) =>
      document.addEventListener('click', () => resolve(Date.now()), true),
    )
    Object.assign(window, { pressed })
  })
  const seen = await watch(to, words)
  await box(from).fill(words)
  await from.getByRole('button', { name: /^(Invia|Send)$/ }).click()
  const pressed = await from.evaluate(() => (window as unknown as { pressed: Promise<number> }).pressed)
  return (await seen()) - pressed
}

/** Milliseconds from a commit in this process until the words stand in a page. */
async function carriedFromHere(to: Page, words: string) {
  const seen = await watch(to, words)
  await writtenElsewhere(claim.claimant_id, words)
  const committed = Date.now()
  return (await seen()) - committed
}

const middle = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Infinity

test('what one side writes stands before the other within a second, in their own language, and is seen to be read', async () => {
  const [asker, giver] = [await open(claim.claimant_id, phone), await open(claim.donor_id, desk)]
  const complaints = [complaintsOf(asker), complaintsOf(giver)]
  await asker.getByRole('button', { name: 'Posso venire con un furgone?' }).click()
  await giver.getByText('Can I come with a van?').first().waitFor(soon)
  await giver.getByRole('button', { name: 'Only with a small van.' }).click()
  await notes(asker).getByText('Solo con un furgone piccolo.').waitFor(soon)
  await box(asker).fill('Perfetto, vengo con un Doblò. Otto ci stanno.')
  await asker.locator('input[type=file]').setInputFiles(photoFixture('boards.jpg'))
  await asker.getByRole('button', { name: 'Invia' }).click()
  await giver.locator('.thread .shots img').waitFor(soon)
  const between: number[] = []
  const across: number[] = []
  for (let n = 1; n <= 5; n += 1) {
    between.push(await carried(n % 2 ? asker : giver, n % 2 ? giver : asker, `Giro ${n}.`))
    across.push(await carriedFromHere(giver, `Da fuori ${n}.`))
  }
  console.log(`browser to browser: ${between.join(', ')} ms; from another process: ${across.join(', ')} ms`)
  expect(middle(between)).toBeLessThan(1000)
  expect(middle(across)).toBeLessThan(1000)

  await expect.poll(() => notes(asker).nth(2).textContent(), soon).toContain('Letto')
  expect(await giver.locator('.conversation').getByRole('status').first().textContent()).toContain(
    'writes: Da fuori 5.',
  )
  for (const page of [asker, giver]) {
    expect(await axeProblems(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    expect(await axeProblems(page)).toEqual([])
    expect(await htmlProblems(inject('htmlChecker'), await page.content())).toEqual([])
  }
  expect(complaints).toEqual([[], []])
})

test('by keyboard alone a message goes, the box keeps the focus, and whoever reads further up is not moved', async () => {
  for (let n = 0; n < 25; n += 1) await writtenElsewhere(claim.donor_id, `Tavola numero ${n}, lunga uguale alle altre.`)
  const [asker, giver] = [await open(claim.claimant_id, desk), await open(claim.donor_id, phone)]
  await box(asker).focus()
  await asker.keyboard.type('Still there?')
  await giver.evaluate(() => window.scrollTo(0, 0))
  await giver.waitForFunction(() => window.scrollY === 0)
  await asker.keyboard.press('Control+Enter')
  await giver.getByRole('link', { name: '1 nuovo messaggio più sotto' }).waitFor(soon)
  expect(await giver.evaluate(() => window.scrollY)).toBe(0)
  expect(await asker.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('text')
  await giver.getByRole('link', { name: '1 nuovo messaggio più sotto' }).click()
  await expect.poll(() => notes(giver).last().textContent(), soon).toContain('Still there?')
  await expect.poll(() => giver.locator('.below').count(), soon).toBe(0)
})

test('where events do not get through, the page asks every three seconds and says so', async () => {
  const asker = await pageOf(claim.claimant_id, phone)
  await asker.route('**/messages.live*', (route) => route.abort())
  await asker.goto(thread())
  await asker.getByText('La linea diretta non regge').waitFor(soon)
  await writtenElsewhere(claim.donor_id, 'Passa dopo le sei.')
  await notes(asker).getByText('Passa dopo le sei.').waitFor(soon)
  expect(await axeProblems(asker)).toEqual([])
})

test('what is written while the network is cut stays, says so, outlives a reload, and leaves once when it is back', async () => {
  const asker = await open(claim.claimant_id, phone)
  await asker.context().setOffline(true)
  await box(asker).fill('Arrivo alle nove.')
  await asker.getByRole('button', { name: 'Invia' }).click()
  await asker.getByText('Scritto adesso, non inviato.').waitFor(soon)
  await asker.getByRole('button', { name: 'Riprova adesso' }).click()
  await asker.getByText('Scritto adesso, non inviato.').waitFor(soon)
  await box(asker).fill('E porto i guanti')
  expect(await axeProblems(asker)).toEqual([])
  await asker.route('**/messages.json*', (route) => route.abort())
  await asker.context().setOffline(false)
  await asker.reload()
  await asker.getByText('Scritto adesso, non inviato.').waitFor(soon)
  expect(await box(asker).inputValue()).toBe('E porto i guanti')

  await asker.unroute('**/messages.json*')
  await expect.poll(() => notes(asker).last().textContent(), soon).toContain('Inviato')
  const kept = await db.selectFrom('messages').select('text').execute()
  expect(kept).toEqual([{ text: 'Arrivo alle nove.' }])
})

test('a number that slips out before confirmation is held back until its writer is sure, or corrects it', async () => {
  const asker = await open(claim.claimant_id, phone)
  await box(asker).fill('Chiamami: 338 123 4567')
  await asker.getByRole('button', { name: 'Invia' }).click()
  await asker.getByText('Sembra esserci un numero di telefono.').waitFor(soon)
  expect(await axeProblems(asker)).toEqual([])
  await asker.getByRole('button', { name: 'Correggi' }).click()
  expect(await box(asker).inputValue()).toBe('Chiamami: 338 123 4567')
  await asker.getByRole('button', { name: 'Invia' }).click()
  await asker.getByRole('button', { name: 'Invia lo stesso' }).click()
  await expect.poll(() => notes(asker).last().textContent(), soon).toContain('Inviato')
})

test('without scripts it is a page and a form that lose nothing', async () => {
  const asker = await pageOf(claim.claimant_id, { ...phone, javaScript: false })
  await asker.goto(thread())
  await box(asker).fill('Chiamami: 338 123 4567')
  await asker.locator('input[type=file]').setInputFiles(photoFixture('boards.jpg'))
  await asker.getByRole('button', { name: 'Invia', exact: true }).click()
  expect(await asker.getByRole('alert').textContent()).toContain('Sembra esserci un numero di telefono.')
  expect(await box(asker).inputValue()).toBe('Chiamami: 338 123 4567')
  await asker.getByRole('button', { name: 'Invia lo stesso' }).click()
  expect(await notes(asker).locator('.shots img').count()).toBe(1)
  expect(asker.url()).toContain(`${thread()}#message-`)
})

test('the server closes at once though somebody is listening', async () => {
  await open(claim.claimant_id, phone)
  const start = performance.now()
  await app.stop()
  // Ten seconds are what the server is given before it is ended by force.
  expect(performance.now() - start).toBeLessThan(8000)
})
