import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const require = createRequire(import.meta.url)
const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

// Of a table with a thousand rows the first forty say it all, and axe reads each row again for every rule.
const alike = 'tr:nth-child(n + 41)'

/** What axe has against the page as it stands, one sentence per element. */
export async function axeProblems(page: Page): Promise<string[]> {
  return problemsFoundBy(await axeOn(page))
}

/** What axe has against its colours alone: all that another colour scheme can change. */
export async function colourProblems(page: Page): Promise<string[]> {
  return problemsFoundBy((await axeOn(page)).withRules(['color-contrast', 'link-in-text-block']))
}

/** It writes down nothing of what is right, opens no second tab for the frames that no page has, and is read once by each page: a third of the time. */
async function axeOn(page: Page) {
  const known = await page.evaluate(() => 'axe' in window)
  return new AxeBuilder({ page, axeSource: known ? ';' : axeSource })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode()
    .exclude(alike)
}

async function problemsFoundBy(axe: AxeBuilder) {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, failureSummary = '' }) =>
        `${id}: ${help} — ${html.slice(0, 160)} ${failureSummary.split('\n')[1] ?? ''}`,
    ),
  )
}
