import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

/** Scripts only with this request's nonce. Style attributes carry data (`--low`, `--x`), so they alone may be inline. */
export function policy(isDev: boolean): RequestHandler[] {
  const isHttps = (process.env['ORIGIN'] ?? '').startsWith('https:')
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", nonceOf],
        styleSrc: isDev ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...tileHosts()],
        connectSrc: isDev ? ["'self'", 'ws:'] : ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isHttps,
    referrerPolicy: { policy: 'same-origin' },
  })
  return [headers, permissions]
}

const permissions: RequestHandler = (_request, response, next) => {
  response.setHeader('Permissions-Policy', 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()')
  next()
}

function nonceOf(_request: IncomingMessage, response: ServerResponse) {
  return `'nonce-${String((response as Response).locals['nonce'])}'`
}

/** The host of TILE_URL, with `{s}` standing for any subdomain. */
function tileHosts() {
  const template = process.env['TILE_URL']
  if (!template) return []
  const url = new URL(template.replace('{s}', 'any-of-them'))
  return [url.origin.replace('any-of-them', '*')]
}
