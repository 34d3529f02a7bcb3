import { randomBytes } from 'node:crypto'
import type { RequestListener, Server } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import compression from 'compression'
import type { RequestHandler } from 'express'
import express from 'express'
import { type Admit, admission, everybody } from './admission.ts'
import { absent, files } from './files.ts'
import { keptPage } from './kept-page.ts'
import { narrowHandler } from './narrow-routes.ts'
import { pageCache, type RenderForNobody } from './page-cache.ts'
import { photos } from './photos.ts'
import { policy } from './policy.ts'
import { type Handle, remix } from './remix.ts'
import { besideThreads } from './render-threads.ts'
import { sameOrigin } from './same-origin.ts'

type Web = { isDev: boolean; server: Server; origin: string }

/** The whole web: a public page from memory, or else names the request, sets its policy, answers files, then pages. */
export async function pages({ isDev, server, origin }: Web): Promise<RequestListener> {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', 'loopback')
  const { handle, forAll = handle, before, after } = isDev ? await fromVite(server) : await fromBuild()
  const atOnce = process.env['RENDERS_AT_ONCE'] || '4'
  const admit = atOnce === 'off' ? everybody : admission({ atOnce: Number(atOnce), inRow: 250, patience: 5000 })
  app.use(named, ...before)
  app.use(...policy(isDev), sameOrigin, ...after)
  app.all('*', remix({ handle, forAll, admit }))
  if (isDev || process.env['PAGE_CACHE'] === 'off') return app
  const cached = pageCache(forNobody(forAll, admit, new URL(origin).origin))
  return (request, response) => cached(request, response, () => app(request, response))
}

/** Of who asks, nothing but the language goes in: so nothing of them can come out. */
function forNobody(handle: Handle, admit: Admit, origin: string): RenderForNobody {
  return async ({ url, locale }) => {
    const done = new AbortController()
    const request = new Request(origin + url, { headers: { 'Accept-Language': locale }, signal: done.signal })
    const facts = freshNames()
    const answer = await admit(() => handle(request, facts), done.signal)
    const page = answer === 'busy' ? answer : await keptPage(answer, facts.nonce)
    done.abort()
    return page
  }
}

/** A file carries no page's policy: six hundred bytes on each of thirty answers are a photo's worth of waiting. */
type Source = { handle: Handle; forAll?: Handle; before: RequestHandler[]; after: RequestHandler[] }

async function fromBuild(): Promise<Source> {
  const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as ServerBuild
  const handle = narrowHandler(build)
  return { handle, forAll: besideThreads(handle), before: [files()], after: [compression()] }
}

async function fromVite(server: Server): Promise<Source> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    configFile: 'scripts/vite.config.ts',
    server: { middlewareMode: true, hmr: { server } },
  })
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
  return {
    handle: createRequestHandler(build, 'development'),
    before: [],
    after: [vite.middlewares, express.Router().use('/photos', photos()), absent],
  }
}

const named: RequestHandler = (_request, response, next) => {
  Object.assign(response.locals, freshNames())
  next()
}

function freshNames() {
  return { nonce: randomBytes(16).toString('base64url'), reference: randomBytes(4).toString('hex') }
}
