import type { Request, RequestHandler } from 'express'

/** The one place where a form sent from another site is turned away. Cookies are SameSite=Lax besides. */
export const sameOrigin: RequestHandler = (request, response, next) => {
  if (isOneClick(request)) delete request.headers.origin
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method) || isOurs(request) || isOneClick(request)) return next()
  response.status(403).type('text/plain').send('This form was sent from another site.\n')
}

/** Mail programs send it from wherever they are (RFC 8058). The key in its address, not a cookie, says who asks. */
function isOneClick({ path }: Request) {
  return path.startsWith('/unsubscribe/')
}

function isOurs(request: Request) {
  const origin = request.get('origin')
  if (origin !== undefined) return URL.canParse(origin) && hosts(request).includes(new URL(origin).host)
  const site = request.get('sec-fetch-site')
  return site === undefined || site === 'same-origin' || site === 'none'
}

function hosts(request: Request) {
  const configured = process.env['ORIGIN']
  return [request.get('host'), configured && URL.canParse(configured) ? new URL(configured).host : undefined]
}
