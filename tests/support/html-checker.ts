import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from './postgres.ts'

const folder = dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json'))

/** The path of a Java runtime, if this machine has one. */
export function findJava(): string | undefined {
  const folders = [
    process.env['JAVA_HOME'] && join(process.env['JAVA_HOME'], 'bin'),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ]
  return (
    folders
      .map((found) => found && join(found, process.platform === 'win32' ? 'java.exe' : 'java'))
      .find((path) => !!path && existsSync(path)) || undefined
  )
}

/** Starts the Nu HTML checker, once for a whole run: loading its schemas is what takes it seconds. */
export async function startHtmlChecker(): Promise<{ url: string; stop: () => void }> {
  const java = findJava()
  if (!java) throw new Error('no Java was found for the HTML checker: name one in JAVA_HOME')
  const port = await freePort()
  const jar = join(folder, 'build', 'dist', 'vnu.jar')
  const options = [
    '-Dnu.validator.servlet.bind-address=127.0.0.1',
    '-Xmx512m',
    '-cp',
    jar,
    'nu.validator.servlet.Main',
    String(port),
  ]
  const server: ChildProcess = spawn(java, options, { stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}/`
  await untilItAnswers(url)
  return { url, stop: () => void server.kill() }
}

type Message = { type: string; subType?: string; message: string; extract?: string; lastLine?: number }

/** What the checker says against the page: errors and warnings, without mere remarks. */
export async function htmlProblems(checker: string, html: string): Promise<string[]> {
  const reply = await fetch(`${checker}?out=json`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: html,
  })
  const { messages } = (await reply.json()) as { messages: Message[] }
  return messages
    .filter(({ type, subType }) => type === 'error' || type === 'non-document-error' || subType === 'warning')
    .map(({ message, extract = '' }) => `${message} — ${extract.replace(/\s+/g, ' ')}`)
}

async function untilItAnswers(url: string) {
  for (let tries = 0; tries < 300; tries++) {
    const answered = await htmlProblems(url, '<!doctype html><html lang="it"><title>Prova</title><p>Prova').catch(
      () => undefined,
    )
    if (answered) return
    await wait(200)
  }
  throw new Error('the HTML checker did not answer within a minute')
}
