import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { runScript, settingsFor } from './app-server.ts'
import { startHtmlChecker } from './html-checker.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder holding the demo neighbourhood; each journey serves a copy. */
    demo: string
    /** Where the HTML checker answers. */
    htmlChecker: string
  }
}

/** Before the first journey: the neighbourhood is filled once, unless DEMO_DATA names one, and the HTML checker is started. */
export default async function setup(project: TestProject) {
  const filled = process.env['DEMO_DATA']
  const demo = filled ?? mkdtempSync(join(tmpdir(), 'rimessa-demo-'))
  const [checker] = await Promise.all([startHtmlChecker(), filled ? undefined : fill(demo)])
  project.provide('demo', demo)
  project.provide('htmlChecker', checker.url)
  return () => {
    checker.stop()
    if (!filled) rmSync(demo, { recursive: true, force: true })
  }
}

async function fill(folder: string) {
  await runScript('scripts/migrate.ts', settingsFor(folder))
  await runScript('scripts/demo/seed.ts', settingsFor(folder))
}
