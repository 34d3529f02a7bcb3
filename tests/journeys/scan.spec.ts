import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import { proofOfClaim } from '#app/domain/claims/handover-code.server.ts'
import { proofFor, scannedPath, scannedText } from '#app/domain/claims/handover-proof.ts'
import { verifierFor } from '#app/domain/claims/handover-verifier.ts'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'
import { type App, settingsFor, startApp } from '../support/app-server.ts'
import { axeProblems } from '../support/axe.ts'
import { complaintsOf, openAlive, startBrowser, visit } from '../support/browser.ts'
import { fakeCamera, filmOfCode } from '../support/fake-camera.ts'
import { sessionFor } from '../support/sign-in.ts'

const soon = { timeout: 20_000 }

let app: App
let db: Db
let browser: Browser
let claim: { id: string; donor_id: string }
let tag: string
let film: string

beforeAll(async () => {
  app = await startApp({ data: inject('demo') })
  db = connect(settingsFor(app.folder).DATABASE_URL ?? '')
  claim = await db
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .innerJoin('handover_codes', 'handover_codes.claim_id', 'claims.id')
    .leftJoin('handovers', 'handovers.claim_id', 'claims.id')
    .select(['claims.id', 'listings.donor_id'])
    .where('claims.state', '=', 'scheduled')
    .where('handovers.id', 'is', null)
    .limit(1)
    .executeTakeFirstOrThrow()
  tag = (await proofOfClaim(db, claim.id, 'taker'))?.tag ?? ''
  film = join(app.folder, 'code.y4m')
  filmOfCode(film, `${app.origin}${scannedPath(claim.id, tag)}`)
  browser = await startBrowser(fakeCamera(film))
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

afterAll(async () => {
  await browser?.close()
  await db?.destroy()
  await app?.stop()
})

async function handoverPage(how: { camera: boolean; javaScript?: boolean }) {
  const context = await visit(browser, app.origin, { javaScript: how.javaScript ?? true })
  await context.addCookies([{ ...(await sessionFor(db, claim.donor_id)), url: app.origin }])
  if (how.camera) await context.grantPermissions(['camera'])
  const page = await context.newPage()
  return page
}

test('the camera reads the other phone’s code, with a reader of our own that no page had to let in', async () => {
  const page = await handoverPage({ camera: true })
  const complaints = complaintsOf(page)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await openAlive(page, `/claims/${claim.id}/handover`)
  expect(asked.filter((url) => /wasm|scan-worker/.test(url))).toEqual([])
  const start = page.getByRole('button', { name: 'Inquadra il codice' })
  await start.focus()
  await page.keyboard.press('Enter')
  await page.getByText('Codice inquadrato').waitFor(soon)
  expect(await page.locator('input[name=code]').inputValue()).toBe(`${app.origin}${scannedPath(claim.id, tag)}`)
  const fetched = asked.filter((url) => /wasm|scan-worker/.test(url))
  expect(fetched).toHaveLength(2)
  expect(asked.every((url) => url.startsWith(app.origin) || url.startsWith('blob:'))).toBe(true)
  const wasm = await page.request.get(fetched.find((url) => url.endsWith('.wasm')) ?? '')
  expect(wasm.headers()).toMatchObject({
    'content-type': 'application/wasm',
    'cache-control': expect.stringContaining('immutable'),
  })
  const worker = await page.request.get(fetched.find((url) => url.endsWith('.js')) ?? '')
  expect(worker.headers()['content-security-policy']).toContain("script-src 'self' 'wasm-unsafe-eval'")
  const html = await page.request.get(`/claims/${claim.id}/handover`)
  expect(html.headers()['content-security-policy']).not.toContain('wasm')
  expect(await axeProblems(page)).toEqual([])
  expect(complaints).toEqual([])
})

test('where there is no camera to be had, it says so, a picture of the code will do, and Escape closes it', async () => {
  const page = await handoverPage({ camera: true })
  // No flag of Chromium's refuses a fake camera: the page is told what a person's no would tell it.
  await page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'))
  })
  await openAlive(page, `/claims/${claim.id}/handover`)
  await page.getByRole('button', { name: 'Inquadra il codice' }).click()
  await page.getByText('La fotocamera è bloccata per questo sito').waitFor(soon)
  expect(await axeProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Inquadra il codice' }).click()
  const picture = await codePicture(scannedText(claim.id, tag))
  await page.locator('.scan input[type=file]').setInputFiles(picture)
  await page.getByText('Codice inquadrato').waitFor(soon)
  await page.getByRole('button', { name: 'Scrivilo, invece' }).click()
  await page.getByRole('button', { name: 'Inquadra il codice' }).click()
  await page.locator('.scan input[type=file]').setInputFiles(await codePicture(scannedText('another', tag)))
  await page.getByText('È il codice di un’altra richiesta.').waitFor(soon)
})

test('without scripts what the phone’s own camera opened is there, and nothing offers to scan', async () => {
  const page = await handoverPage({ camera: false, javaScript: false })
  await page.goto(scannedPath(claim.id, tag))
  expect(await page.locator('input[name=code]').inputValue()).toBe(scannedText(claim.id, tag))
  await page.goto(`/claims/${claim.id}/handover`)
  expect(await page.getByRole('button', { name: 'Inquadra il codice' }).count()).toBe(0)
})

test('a browser finds the same code right that the server does, in less than half a second', async () => {
  const secret = Buffer.alloc(32, 5).toString('base64url')
  const proof = await proofFor(secret, claim.id, 'taker')
  const { typed } = await verifierFor(claim.id, 'taker', proof)
  const page = await handoverPage({ camera: false })
  await page.goto('/sign-in')
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const { digest, ms } = await page.evaluate(digestInBrowser, { code: proof.code, ...typed })
  expect(digest).toBe(typed.digest)
  process.stdout.write(`PBKDF2, ${typed.iterations} iterations, page slowed four times: ${Math.round(ms)} ms\n`)
  expect(ms).toBeLessThan(500)
})

type Slow = { code: string; salt: string; iterations: number }

async function digestInBrowser({ code, salt, iterations }: Slow) {
  const bytes = Uint8Array.from(atob(salt.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
  const started = performance.now()
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes, iterations }
  const bits = new Uint8Array(await crypto.subtle.deriveBits(how, key, 256))
  const ms = performance.now() - started
  const digest = btoa(String.fromCharCode(...bits))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
  return { digest, ms }
}

async function codePicture(text: string) {
  const { renderSVG } = await import('uqr')
  const { default: sharp } = await import('sharp')
  const buffer = await sharp(Buffer.from(renderSVG(text, { pixelSize: 8, border: 4 })))
    .png()
    .toBuffer()
  return { name: 'codice.png', mimeType: 'image/png', buffer }
}
