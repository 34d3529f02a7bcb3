import { RemixServer } from '@remix-run/react'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/translator.ts'
import { Language } from '#app/ui/use-t.tsx'

type Context = Parameters<typeof RemixServer>[0]['context']

/** A component as the server writes it, on a page at `path`, in one language. No-break spaces are written as spaces. */
export function rendered(
  element: ReactElement,
  { locale = 'it', path = '/page' }: { locale?: Locale; path?: string } = {},
) {
  const html = renderToStaticMarkup(
    <Language value={translator(locale)}>
      <RemixServer context={onePage(element, path)} url={`http://localhost${path}`} />
    </Language>,
  )
  return html.replaceAll('\u00a0', ' ')
}

/** What a reader hears: the words without their tags. */
export const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

function onePage(element: ReactElement, path: string): Context {
  const { pathname, search, hash } = new URL(path, 'http://localhost')
  const route = { id: 'root', path: '*', module: '', hasLoader: false, hasAction: false, hasErrorBoundary: false }
  const bare = { ...route, hasClientLoader: false, hasClientAction: false }
  return {
    manifest: { routes: { root: bare }, entry: { imports: [], module: '' }, url: '', version: '' },
    routeModules: { root: { default: () => element } },
    future: { v3_fetcherPersist: true, v3_relativeSplatPath: true, v3_singleFetch: true, v3_lazyRouteDiscovery: true },
    isSpaMode: false,
    serializeError: (error) => error,
    staticHandlerContext: {
      basename: '/',
      location: { pathname, search, hash, state: null, key: 'test' },
      matches: [{ params: {}, pathname, pathnameBase: pathname, route: { id: 'root', path: '*' } }],
      loaderData: {},
      actionData: null,
      errors: null,
      statusCode: 200,
      loaderHeaders: {},
      actionHeaders: {},
      activeDeferreds: null,
    },
  }
}
