import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

// Everything here runs before anything is installed: plain Node and nothing else.

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Does one named piece of work and says how long it takes, while it takes it.
 * @template T
 * @param {string} title
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = Date.now()
  const so = () => duration(Date.now() - began)
  const live = process.stdout.isTTY
  process.stdout.write(live ? `  … ${title}` : `  … ${title}\n`)
  const ticking = setInterval(
    () => process.stdout.write(live ? `\r  … ${title}, ${so()}` : `  … ${title}, ${so()} so far\n`),
    live ? 1000 : 20_000,
  )
  try {
    const outcome = await work()
    console.log(`${live ? '\r\u001b[K' : ''}  ✓ ${title}, ${so()}`)
    return outcome
  } catch (error) {
    console.log(`${live ? '\r\u001b[K' : ''}  ✗ ${title}, ${so()}`)
    throw error
  } finally {
    clearInterval(ticking)
  }
}

/**
 * Runs a program and returns what it printed; a failure carries the same words.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Partial<NodeJS.ProcessEnv>, show?: boolean }} [options] `show` lets the program print for itself
 * @returns {Promise<string>}
 */
export function run(command, args, { env = {}, show = false } = {}) {
  return new Promise((done, failed) => {
    const shell = process.platform === 'win32'
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      shell,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    })
    let printed = ''
    child.stdout?.on('data', (chunk) => (printed += chunk))
    child.stderr?.on('data', (chunk) => (printed += chunk))
    child.on('error', failed)
    child.on('exit', (code) =>
      code === 0 ? done(printed) : failed(new Error(`${command} ${args.join(' ')} ended with ${code}\n${printed}`)),
    )
  })
}

/** A TypeScript file of ours, run by the project's own tsx. */
export const tsx = (/** @type {string} */ file, /** @type {string[]} */ ...args) => ['--import', 'tsx', file, ...args]

/** Node itself new enough, and every package of the lock file in place. */
export async function installPackages() {
  requireNode()
  if (packagesInPlace()) return
  await step('npm packages (better-sqlite3 may be compiled: allow a few minutes)', async () => {
    const lock = readFileSync(resolve(root, 'package-lock.json'), 'utf8')
    try {
      await run('npm', ['ci', '--no-audit', '--no-fund'])
    } catch (refusal) {
      // A registry that lacks some other platform's optional binary makes `npm ci` refuse a sound lock file.
      if (!String(refusal).includes('from lock file')) throw refusal
      await run('npm', ['install', '--no-audit', '--no-fund'])
      if (readFileSync(resolve(root, 'package-lock.json'), 'utf8') !== lock)
        throw new Error('npm install changed package-lock.json: the lock file is out of date')
    }
  })
}

/** @param {unknown} error */
export function giveUp(error) {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exit(1)
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  giveUp(`Rimessa needs Node 20.19 or newer; this is ${process.versions.node}.`)
}

/** True if what npm noted about the folder has every package of the lock file, at its version. */
function packagesInPlace() {
  const noted = resolve(root, 'node_modules/.package-lock.json')
  if (!existsSync(noted)) return false
  /** @param {string} file @returns {Record<string, { version?: string, optional?: boolean }>} */
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const installed = packages(noted)
  return Object.entries(packages(resolve(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

/** @param {number} milliseconds */
export function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
