import { spawnSync } from 'node:child_process'
import { run, step } from '#scripts/first-run.mjs'
import { findBrowser } from '#tests/support/browser.ts'
import { findJava } from '#tests/support/html-checker.ts'
import { postgresBin } from '#tests/support/postgres.ts'

type Program = {
  name: string
  find: () => string | undefined
  debian: string
  elsewhere?: () => Promise<unknown>
  hint: string
}

const programs: Program[] = [
  {
    name: 'a browser',
    find: findBrowser,
    debian: 'chromium',
    elsewhere: () => run('npx', ['playwright-core', 'install', 'chromium-headless-shell']),
    hint: 'install Chromium or Chrome, or name one in CHROMIUM_PATH',
  },
  {
    name: 'Java (for the HTML checker)',
    find: findJava,
    debian: 'default-jre-headless',
    hint: 'install a Java runtime, or name it in JAVA_HOME',
  },
  {
    name: 'PostgreSQL',
    find: postgresBin,
    debian: 'postgresql',
    hint: 'install PostgreSQL 15 or newer, or name its folder of programs in POSTGRES_BIN',
  },
]

/** Finds the programs that npm does not bring, or installs them. Returns what it could not get, each with what to do. */
export async function missingPrograms(): Promise<string[]> {
  const missing: string[] = []
  for (const program of programs) {
    if (program.find() || (await obtained(program))) continue
    missing.push(`${program.name} was not found and could not be installed: ${program.hint}.`)
  }
  return missing
}

async function obtained(program: Program) {
  const ways = [program.elsewhere, isDebianRoot() ? () => fromDebian(program.debian) : undefined]
  for (const way of ways) {
    if (!way) continue
    await step(`install ${program.name}`, way).catch((problem) => console.log(firstLines(problem)))
    if (program.find()) return true
  }
  return false
}

const isDebianRoot = () => process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0

async function fromDebian(name: string) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { env })
  await run('apt-get', ['install', '-qy', '--no-install-recommends', name], { env })
}

const firstLines = (problem: unknown) =>
  String(problem)
    .split('\n')
    .slice(0, 4)
    .map((line) => `    ${line}`)
    .join('\n')
