import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import { narrowHandler } from './narrow-routes.ts'
import type { Asked, Made } from './render-threads.ts'

const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as ServerBuild
const handle = narrowHandler(build)

/** Makes one public page, in a thread with its own view of the database. */
export async function make({ url, headers, context }: Asked): Promise<Made> {
  const done = new AbortController()
  const answer = await handle(new Request(url, { headers, signal: done.signal }), context)
  const { status, statusText } = answer
  const body = new Uint8Array(await answer.arrayBuffer())
  // Remix holds a timer and the data of each page until its request is aborted.
  done.abort()
  return { status, statusText, headers: [...answer.headers], body }
}
