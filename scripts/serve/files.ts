import { readdirSync } from 'node:fs'
import { extname } from 'node:path'
import type { RequestHandler } from 'express'
import express from 'express'
import { photos } from './photos.ts'

const aYear = { immutable: true, maxAge: '365d', index: false, redirect: false } as const

const encoded: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/** Files that are answered before Remix: built, public, photos; and a plain 404 for those that look like files and are not there. */
export function files(): express.Router {
  const router = express.Router()
  router.use(asItIs, compressed('build/client'))
  router.use('/assets', express.static('build/client/assets', { ...aYear, fallthrough: true, setHeaders: reader }))
  router.use('/fonts', express.static('build/client/fonts', { ...aYear, fallthrough: true }))
  router.use('/photos', photos())
  router.use(express.static('build/client', { maxAge: '1h', index: false, redirect: false, setHeaders: versioned }))
  router.use(absent)
  return router
}

/** A browser takes a file for what we say it is, and for nothing else. */
const asItIs: RequestHandler = (_request, response, next) => {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  next()
}

/** The thread that reads codes may compile WebAssembly, and nothing else may: it is the only one told so, and it can do no more. */
function reader(response: express.Response, path: string) {
  if (!/\/scan-worker-[\w-]+\.js(\.br)?$/.test(path)) return
  const may = ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"]
  response.setHeader('Content-Security-Policy', may.join('; '))
}

/** A file asked for by its version never changes under that address. */
function versioned(response: express.Response) {
  if ('v' in response.req.query) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
}

/** Sends the `.br` that scripts/precompress.ts left beside the file. */
function compressed(folder: string): RequestHandler {
  const names = new Set(
    readdirSync(folder, { recursive: true }).map((name) => `/${String(name).replaceAll('\\', '/')}`),
  )
  return (request, response, next) => {
    const type = encoded[extname(request.path)]
    if (type && names.has(`${request.path}.br`)) {
      response.vary('Accept-Encoding')
      if (request.acceptsEncodings('br')) {
        response.setHeader('Content-Encoding', 'br')
        response.setHeader('Content-Type', type)
        request.url = request.url.replace(request.path, `${request.path}.br`)
      }
    }
    next()
  }
}

export const absent: RequestHandler = (request, response, next) => {
  const isFile =
    /^\/(assets|fonts|photos|\.well-known)\//.test(request.path) ||
    /\.(png|jpe?g|gif|webp|avif|ico|map|m?js|css|woff2?|php|env|txt|xml)$/i.test(request.path)
  if (!isFile) return next()
  response.status(404).type('text/plain').send('Not found\n')
}
