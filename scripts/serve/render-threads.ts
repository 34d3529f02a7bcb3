import { availableParallelism } from 'node:os'
import type { AppLoadContext } from '@remix-run/node'
import { Piscina } from 'piscina'
import { log } from '#app/gateways/log.server.ts'
import type { Handle } from './remix.ts'

type Pairs = [string, string][]
export type Asked = { url: string; headers: Pairs; context: AppLoadContext }
export type Made = { status: number; statusText: string; headers: Pairs; body: Uint8Array<ArrayBuffer> }

/** A thread's heap grows to whatever it is given; pages need a quarter of this. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 192 }

/** One page under its hands, and one to begin with when that is done. */
const eachHolds = 2

const usual = () => Number(process.env['RENDER_THREADS'] || availableParallelism() - 1)

const nobody = { nonce: '', reference: '' }
const unready = (error: unknown) => log.error({ err: error }, 'threads make no pages')

/**
 * Makes public pages in so many threads besides this one, and here when all of them have their hands full: a crowd of
 * strangers has all the cores, and this thread time for members. A thread that breaks is made anew, and its page here.
 */
export function besideThreads(here: Handle, threads = usual()): Handle {
  if (threads === 0) return here
  const pool = new Piscina<Asked, Made>({
    filename: new URL('./render-thread.mjs', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: eachHolds,
    resourceLimits,
    // A thread that waited for work without its own loop could not hear its database.
    atomics: 'disabled',
  })
  pool.on('error', (error) => log.error({ err: error }, 'a thread that makes pages broke'))
  // Reading the build takes a thread a second: nobody waits for that.
  let isReady = false
  void pool.run({ url: 'http://localhost/about', headers: [], context: nobody }).then(() => {
    isReady = true
  }, unready)
  let held = 0
  return async (request, context) => {
    if (!isReady || held >= threads * eachHolds) return here(request, context)
    held += 1
    const made = await pool
      .run({ url: request.url, headers: [...request.headers], context: { ...nobody, ...context } })
      .catch(() => undefined)
      .finally(() => {
        held -= 1
      })
    return made ? new Response(made.body.length > 0 ? made.body : null, made) : here(request, context)
  }
}
