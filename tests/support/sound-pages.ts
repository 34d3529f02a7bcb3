import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'
import { type App, settingsFor, startApp } from './app-server.ts'
import { axeProblems, colourProblems } from './axe.ts'
import { complaintsOf, openAlive, startBrowser, visit } from './browser.ts'
import { patterns, type Sample, sampleOf } from './every-page.ts'
import { htmlProblems } from './html-checker.ts'

/** Declares, for every route of the app, that its page is sound in this language and at this width. */
export function everyPageIsSound(locale: 'it' | 'en', width: number) {
  let app: App
  let db: Db
  let browser: Browser
  let context: BrowserContext
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    app = await startApp({ data: inject('demo') })
    db = connect(settingsFor(app.folder).DATABASE_URL ?? '')
    browser = await startBrowser()
    // One tab for all pages: what they share is fetched and compiled once. Who looks changes with the cookies.
    context = await visit(browser, app.origin, { locale, width, still: true })
    page = await context.newPage()
    complaints = complaintsOf(page)
  })

  afterAll(async () => {
    await browser?.close()
    await db?.destroy()
    await app?.stop()
  })

  describe.each(patterns())('%s', (pattern) => {
    let sample: Sample | undefined

    beforeAll(async () => {
      sample = await sampleOf(pattern, db, app.origin)
    })

    test(`is sound HTML in ${locale}`, async () => {
      if (!sample) return
      const headers = sample.cookie ? { Cookie: `${sample.cookie.name}=${sample.cookie.value}` } : {}
      const reply = await fetch(`${app.origin}${sample.path}?lang=${locale}`, { headers })
      expect(await htmlProblems(inject('htmlChecker'), await reply.text())).toEqual([])
    })

    test(`is open to everyone by day and by night, in ${locale} at ${width} px`, async () => {
      if (!sample) return
      await context.clearCookies()
      if (sample.cookie) await context.addCookies([{ ...sample.cookie, url: app.origin }])
      complaints.length = 0
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
      await openAlive(page, `${sample.path}?lang=${locale}`)
      expect(await page.locator('html').getAttribute('lang')).toBe(locale)
      expect(await axeProblems(page), 'by day').toEqual([])
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      expect(await colourProblems(page), 'by night').toEqual([])
      expect(await overflow(page), 'nothing sticks out sideways').toBeLessThanOrEqual(0)
      expect(complaints).toEqual([])
    })
  })
}

/** By how many pixels the page is wider than the screen. */
function overflow(page: Page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
