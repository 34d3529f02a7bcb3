import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const entry = fileURLToPath(new URL('hear-until-killed.ts', import.meta.url))

/** Puts the worker into one file in `folder`, once: through tsx each start of it would take two seconds. */
export async function workerFile(folder: string) {
  const outDir = join(folder, `worker_${process.pid}`)
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    publicDir: false,
    // Of many small files, each read at every start.
    ssr: { noExternal: ['kysely', 'zod'] },
    build: { ssr: entry, target: 'node20', outDir, emptyOutDir: true },
  })
  symlinkSync(join(root, 'node_modules'), join(outDir, 'node_modules'))
  return join(outDir, 'hear-until-killed.js')
}

export type Worker = { child: ChildProcess; heard: () => number; ended: Promise<unknown> }

/** Starts a worker and waits until it stands ready. It begins at `hear()`. */
export async function startWorker(file: string, url: string, at: string): Promise<Worker> {
  const child = spawn(process.execPath, [file, url, at], { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += String(chunk)
  })
  while (!said.includes('ready')) await Promise.race([once(child.stdout, 'data'), ended])
  return { child, ended, heard: () => said.length - 'ready'.length }
}

/** Lets a worker hear so many clocks and no more, however late its killer comes. */
export function hear({ child }: Worker, most: number) {
  child.stdin?.write(`${most}\n`)
}

/** Kills a worker at work with no time to say goodbye, a few milliseconds after so many clocks. False if it had ended. */
export async function killAt({ child, ended, heard }: Worker, clocks: number, milliseconds: number) {
  while (heard() < clocks && child.exitCode === null) await wait(1)
  await wait(milliseconds)
  child.kill('SIGKILL')
  await ended
  return child.signalCode === 'SIGKILL'
}

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
export function chanceFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
