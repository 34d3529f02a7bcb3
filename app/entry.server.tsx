import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import type { ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { log } from '#app/gateways/log.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
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

const patience = 10_000

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  { nonce, reference }: AppLoadContext,
) {
  const { loaderData, errors } = remix.staticHandlerContext
  const chosen: unknown = loaderData['root']?.locale
  const locale = isLocale(chosen) ? chosen : localeOf(request)
  const facts = { nonce, catalogue: catalogueHref(locale), reference: errors ? reference : undefined }
  const page = await render(
    <Language value={translator(locale)}>
      <DocumentContext value={facts}>
        <RemixServer context={remix} url={request.url} abortDelay={patience} nonce={nonce} />
      </DocumentContext>
    </Language>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  headers.set('Content-Language', locale)
  headers.append('Vary', 'Accept-Language, Cookie')
  // A page may name a member or an address: no shared cache may keep it.
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-cache')
  return new Response(closedLast(page), { status, headers })
}

/** The whole page at once: as fast as streaming here, and it can be compressed and measured. */
function render(page: ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const body = new PassThrough()
    const { pipe, abort } = renderToPipeableStream(page, {
      onAllReady() {
        clearTimeout(timer)
        pipe(body)
        text(body).then((page) => resolve(withoutGaps(page)), reject)
      },
      onShellError(error) {
        clearTimeout(timer)
        reject(error)
      },
    })
    const timer = setTimeout(() => abort(new Error(`not rendered after ${patience} ms`)), patience)
  })
}

// React 18 leaves NUL bytes behind where a letter of two or three bytes meets the end of its buffer.
const withoutGaps = (page: string) => page.replaceAll('\0', '')

/** React writes what it streams after `</html>`; every parser moves it back into the body, and so do we. */
function closedLast(page: string) {
  const end = '</body></html>'
  return page.replace(end, '') + end
}

/** The one place where faults are written down. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const isExpected = isRouteErrorResponse(error) && error.status < 500
  if (request.signal.aborted || isExpected) return
  const { pathname } = new URL(request.url)
  log.error({ err: error, reference: context?.reference, method: request.method, path: pathname }, 'a request failed')
}
