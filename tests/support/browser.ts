import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** The path of a Chromium: the one given, one installed, or the one Playwright downloaded. */
export function findBrowser(): string | undefined {
  const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(onPath)
  const known = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
  ]
  return [process.env['CHROMIUM_PATH'], ...installed, ...known, ...downloaded()].find(
    (path) => !!path && existsSync(path),
  )
}

/** Starts a headless Chromium that speaks to nobody but the page it is sent to; `more` are switches for this one. */
export function startBrowser(more: readonly string[] = []): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no Chromium was found: name one in CHROMIUM_PATH')
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return chromium.launch({ executablePath, args: [...quiet, ...asRoot, ...more] })
}

export type Visit = {
  locale?: 'it' | 'en'
  width?: number
  height?: number
  dark?: boolean
  javaScript?: boolean
  touch?: boolean
  /** Without movement: for looking at colours. */
  still?: boolean
  /** With the service worker, which keeps a driver's round. */
  worker?: boolean
}

/** A browser of one person: an Italian on a 360 px phone, unless told otherwise. */
export function visit(
  browser: Browser,
  origin: string,
  {
    locale = 'it',
    width = 360,
    height = 760,
    dark = false,
    javaScript = true,
    touch = width < 700,
    still = false,
    worker = false,
  }: Visit = {},
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: origin,
    locale: locale === 'it' ? 'it-IT' : 'en-GB',
    timezoneId: 'Europe/Rome',
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: javaScript,
    reducedMotion: still ? 'reduce' : 'no-preference',
    hasTouch: touch,
    serviceWorkers: worker ? 'allow' : 'block',
  })
}

/** Opens a page and waits until it is alive; without JavaScript it never is. */
export async function openAlive(page: Page, path: string, { javaScript = true }: Visit = {}) {
  const reply = await page.goto(path)
  if (javaScript) await isAlive(page)
  return reply
}

/**
 * Waits for the scripts of a page, which begin after its first frame, when the network may have been idle once. Of what they do,
 * the keeping of the scroll can be seen, and that the routes its links lead to have come.
 */
export async function isAlive(page: Page) {
  await page.waitForFunction(() => history.scrollRestoration === 'manual')
  await page.waitForFunction(
    () =>
      !document.querySelector('[data-discover]') ||
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/__manifest')),
  )
  await page.waitForLoadState('networkidle')
}

/** Keeps files from a page until they are let go. */
export async function holdBack(page: Page, files: string) {
  let letGo: () => void = () => undefined
  const gone = new Promise<void>((resolve) => (letGo = resolve))
  await page.route(files, (route) => gone.then(() => route.continue()))
  return () => letGo()
}

/** The card of a lot on a list, as a selector. */
export const cardOf = (codeOrId: string) => `.lot:has(a[href="/listings/${codeOrId}"])`

/** Everything the page complains of from now on: console errors and warnings, exceptions, answers of 4xx and 5xx to what it asked for. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.request().isNavigationRequest())
      complaints.push(`${response.status()} ${response.url()}`)
  })
  return complaints
}

function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable)
}

function isExecutable(path: string) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Playwright's download of either kind: the headless shell is all that is fetched when nothing else is here. */
function downloaded(): string[] {
  const folder =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ??
    join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'ms-playwright')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) =>
      /(^|[\\/])(chrome|headless_shell|chrome-headless-shell|Google Chrome for Testing)(\.exe)?$/.test(path),
    )
    .map((path) => join(folder, path))
    .filter(isExecutable)
}
