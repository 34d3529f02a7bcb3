import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest'
import type { Key } from '#app/i18n/catalogue.ts'
import { translator } from '#app/i18n/translator.ts'
import { type App, startApp } from '../support/app-server.ts'
import { axeProblems } from '../support/axe.ts'
import { complaintsOf, openAlive, startBrowser, type Visit, visit } from '../support/browser.ts'
import { htmlProblems } from '../support/html-checker.ts'

const password = 'quattro travi dritte'

let app: App
let browser: Browser

beforeAll(async () => {
  app = await startApp()
  browser = await startBrowser()
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

afterAll(async () => {
  await browser?.close()
  await app?.stop()
})

/** A person before a page, who knows what each thing is called in their language. */
async function person(how: Visit) {
  const context = await visit(browser, app.origin, how)
  const page = await context.newPage()
  const { t } = translator(how.locale ?? 'it')
  return {
    page,
    t,
    complaints: complaintsOf(page),
    open: (path: string) => openAlive(page, path, how),
    write: (name: string, text: string) => page.locator(`main [name="${name}"]`).fill(text),
    press: (key: Key) =>
      page
        .locator('main')
        .getByRole('button', { name: t(key), exact: true })
        .click(),
    sees: (key: Key) => page.getByText(t(key)).filter({ visible: true }).first().waitFor(),
  }
}

type Person = Awaited<ReturnType<typeof person>>

async function joinAs({ open, write, press, sees }: Person, email: string) {
  await open('/join')
  await write('name', 'Nina Bo')
  await write('email', email)
  await write('password', password)
  await press('people.join.submit')
  await sees('people.join.sentTitle')
}

/** Follows the link of a letter, as soon as a job has carried it. */
async function followLetter({ page, open, t }: Person, email: string, subject: Key) {
  const letter = page.locator('article', { hasText: email }).filter({ hasText: t(subject) })
  for (let tries = 0; tries < 60; tries++) {
    await open('/dev/outbox')
    if ((await letter.count()) > 0) break
    await page.waitForTimeout(500)
  }
  await letter.getByRole('link').click()
}

async function signIn({ open, write, press }: Person, email: string, secret = password) {
  await open('/sign-in?to=/account')
  await write('email', email)
  await write('password', secret)
  await press('people.signIn.submit')
}

async function expectClean(page: Page) {
  expect(await axeProblems(page)).toEqual([])
  const shown = await page.content()
  expect(await htmlProblems(inject('htmlChecker'), `<!doctype html>${shown.replace(/^<!doctype html>/i, '')}`)).toEqual(
    [],
  )
}

test('Nina joins on her phone, follows the letter, signs in, and leaves again', async () => {
  const nina = await person({ still: true })
  await joinAs(nina, 'nina@example.org')
  await followLetter(nina, 'nina@example.org', 'mail.verify-email.subject')
  await nina.press('people.verify.submit')
  await nina.sees('people.verify.done')
  await signIn(nina, 'nina@example.org')
  await nina.sees('people.account.profile')
  await expectClean(nina.page)
  await nina.open('/account/erasure')
  await nina.write('current_password', password)
  await nina.press('people.erasure.submit')
  await nina.sees('people.erasure.done')
  expect(nina.complaints).toEqual([])
})

test('without JavaScript, in English: join, sign out, forget the password, choose another', async () => {
  const gus = await person({ locale: 'en', width: 1280, javaScript: false })
  await joinAs(gus, 'gus@example.org')
  await signIn(gus, 'gus@example.org')
  await gus.sees('people.account.unverified')
  await gus.press('people.signIn.signOut')
  await gus.open('/reset')
  await gus.write('email', 'gus@example.org')
  await gus.press('people.reset.submit')
  await gus.sees('people.reset.sentTitle')
  await followLetter(gus, 'gus@example.org', 'mail.reset-password.subject')
  await gus.write('password', 'cinque travi nuove')
  await gus.press('people.reset.choose')
  await gus.sees('people.reset.done')
  await signIn(gus, 'gus@example.org', 'cinque travi nuove')
  await gus.sees('people.account.profile')
})

test('what is wrong is said beside its field, and what was right stays', async () => {
  const otto = await person({ locale: 'it', dark: true, still: true })
  await otto.open('/join')
  await otto.write('name', 'Otto')
  await otto.write('email', 'otto@')
  await otto.write('password', 'breve')
  await otto.page.getByLabel(otto.t('people.join.forOrganisation')).check()
  await otto.write('organisation_name', 'Bottega')
  await otto.write('vat_number', '01234567890')
  await otto.press('people.join.submit')
  for (const key of [
    'errors.email',
    'people.errors.password-short',
    'people.errors.vat-number',
    'errors.choose',
  ] as const)
    await otto.sees(key)
  expect(await otto.page.locator('[name=organisation_name]').inputValue()).toBe('Bottega')
  expect(await otto.page.locator('[name=name]').inputValue()).toBe('Otto')
  expect(await axeProblems(otto.page)).toEqual([])
})

test('who sees a page of members is asked to sign in, and comes back to it', async () => {
  const ada = await person({ still: true })
  await joinAs(ada, 'ada@example.org')
  await ada.open('/notices')
  expect(new URL(ada.page.url()).pathname + new URL(ada.page.url()).search).toBe('/sign-in?to=%2Fnotices')
  await ada.write('email', 'ada@example.org')
  await ada.write('password', 'sbagliata')
  await ada.press('people.signIn.submit')
  await ada.sees('people.refusals.not-recognised')
  await ada.write('password', password)
  await ada.press('people.signIn.submit')
  await ada.sees('notices.empty')
  expect(new URL(ada.page.url()).pathname).toBe('/notices')
})
