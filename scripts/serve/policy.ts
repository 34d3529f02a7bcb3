import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'

/** Scripts only with this request's nonce, or those a kept page names. Style attributes carry data (`--low`, `--x`), so they alone may be inline. */
export function policy(isDev: boolean): RequestHandler[] {
  const isHttps = (process.env['ORIGIN'] ?? '').startsWith('https:')
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", scriptsOf],
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

/** The same headers for a page that is kept: it names its inline scripts by what they say. */
export function policyOfKept(scripts: readonly string[]): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket())
  const response = Object.assign(new ServerResponse(request), { locals: { scripts } })
  for (const handler of policy(false)) handler(request as Request, response as unknown as Response, () => undefined)
  return response.getHeaders()
}

function scriptsOf(_request: IncomingMessage, response: ServerResponse) {
  const { scripts, nonce } = (response as Response).locals
  return Array.isArray(scripts) ? scripts.join(' ') : `'nonce-${String(nonce)}'`
}

/** The host of TILE_URL, with `{s}` standing for any subdomain. */
function tileHosts() {
  const template = process.env['TILE_URL']
  if (!template) return []
  const url = new URL(template.replace('{s}', 'any-of-them'))
  return [url.origin.replace('any-of-them', '*')]
}
