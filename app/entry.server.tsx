import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { log } from '#app/gateways/log.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { wholePage } from '#app/http/whole-page.server.ts'
import { catalogueHref } from '#app/i18n/catalogues.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translator.ts'
import { DocumentContext } from './ui/document.tsx'
import { Language } from './ui/use-t.tsx'

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string
    /** Names this request in the log and, if it fails, on the page. */
    reference: string
    /** The network address of whoever asks, for limits; unknown on a socket that is gone. */
    address?: string | undefined
  }
}

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  { serverHandoffStream: data, ...remix }: EntryContext,
  { nonce, reference }: AppLoadContext,
) {
  const { loaderData, errors } = remix.staticHandlerContext
  const chosen: unknown = loaderData['root']?.locale
  const locale = isLocale(chosen) ? chosen : localeOf(request)
  const facts = { nonce, catalogue: catalogueHref(locale), reference: errors ? reference : undefined }
  const page = renderToString(
    <Language value={translator(locale)}>
      <DocumentContext value={facts}>
        <RemixServer context={remix} url={request.url} nonce={nonce} />
      </DocumentContext>
    </Language>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', locale)
  headers.append('Vary', 'Accept-Language, Cookie')
  // A page may name a member or an address: no shared cache may keep it.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
  return new Response(wholePage(page, await new Response(data ?? null).text(), nonce), { status, headers })
}

/** The one place where faults are written down. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const isExpected = isRouteErrorResponse(error) && error.status < 500
  if (request.signal.aborted || isExpected) return
  const { pathname } = new URL(request.url)
  log.error({ err: error, reference: context?.reference, method: request.method, path: pathname }, 'a request failed')
}
