import type { IncomingMessage, ServerResponse } from 'node:http'
import { localeOf } from '#app/http/locale.server.ts'
import { type Locale, locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translator.ts'

const seconds = 5
const pages = new Map(locales.map((locale) => [locale, Buffer.from(page(locale))]))

/** 503, in the visitor's language, at the cost of a file: for when more ask than we can serve. */
export function tellBusy(request: IncomingMessage, response: ServerResponse) {
  if (response.headersSent || response.destroyed) return
  const { cookie = '', 'accept-language': language = '' } = request.headers
  const locale = localeOf(new Request('http://here', { headers: { cookie, 'accept-language': language } }))
  const body = pages.get(locale)
  response.writeHead(503, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': body?.length,
    'Content-Language': locale,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    'Retry-After': seconds,
  })
  response.end(body)
}

function page(locale: Locale) {
  const { t } = translator(locale)
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${t('errors.busy.title')}</title>
<style>body { max-width: 36rem; margin: 4rem auto; padding: 0 1.5rem; font: 1.125rem/1.5 system-ui, sans-serif }</style>
</head>
<body>
<main>
<h1>${t('errors.busy.title')}</h1>
<p>${t('errors.busy.lead')}</p>
<p><a href="">${t('errors.fault.retry')}</a></p>
</main>
</body>
</html>
`
}
