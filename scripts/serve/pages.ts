import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import type { RequestHandler, Response } from 'express'
import express from 'express'
import { absent, files } from './files.ts'
import { photos } from './photos.ts'
import { policy } from './policy.ts'
import { sameOrigin } from './same-origin.ts'

/** The whole web: names the request, sets its policy, answers files, then pages. */
export async function pages({ isDev, server }: { isDev: boolean; server: Server }): Promise<express.Express> {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', 'loopback')
  const { build, before, after } = isDev ? await fromVite(server) : await fromBuild()
  app.use(named, ...before)
  app.use(...policy(isDev), sameOrigin, ...after)
  app.all('*', createRequestHandler({ build, getLoadContext, mode: isDev ? 'development' : 'production' }))
  return app
}

/** A file carries no page's policy: six hundred bytes on each of thirty answers are a photo's worth of waiting. */
type Source = { build: ServerBuild | (() => Promise<ServerBuild>); before: RequestHandler[]; after: RequestHandler[] }

async function fromBuild(): Promise<Source> {
  const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as ServerBuild
  return { build, before: [files()], after: [compression()] }
}

async function fromVite(server: Server): Promise<Source> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    configFile: 'scripts/vite.config.ts',
    server: { middlewareMode: true, hmr: { server } },
  })
  return {
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    before: [],
    after: [vite.middlewares, express.Router().use('/photos', photos()), absent],
  }
}

const named: RequestHandler = (_request, response, next) => {
  response.locals['nonce'] = randomBytes(16).toString('base64url')
  response.locals['reference'] = randomBytes(4).toString('hex')
  next()
}

function getLoadContext(request: express.Request, response: Response) {
  const { nonce, reference } = response.locals
  return { nonce: String(nonce), reference: String(reference), address: request.ip }
}
