import type { LoaderFunctionArgs } from '@remix-run/node'
import { data } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { anyone } from '#app/http/context.server.ts'
import { flashOf } from '#app/http/flash.server.ts'
import { rememberLocale } from '#app/http/locale.server.ts'
import { visitorOf } from '#app/http/visitor.server.ts'
import { locales } from '#app/i18n/locale.ts'
import styles from './styles/all.css?url'
import { Dock } from './ui/dock.tsx'
import { useDocument } from './ui/document.tsx'
import { FlashBanner } from './ui/flash.tsx'
import { Footer } from './ui/footer.tsx'
import { inLanguage, Masthead } from './ui/masthead.tsx'
import { pageMeta } from './ui/page-meta.ts'
import { Trouble } from './ui/trouble.tsx'
import { useT } from './ui/use-t.tsx'

export const meta = pageMeta

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await anyone(request)
  const origin = process.env['ORIGIN'] ?? new URL(request.url).origin
  const visitor = await visitorOf(visit)
  const { flash, cookie } = await flashOf(request)
  const headers = new Headers(rememberLocale(request))
  if (cookie) headers.append('Set-Cookie', cookie)
  return data({ locale: visit.locale, origin, visitor, flash }, { headers })
}

/** A page may say `export const handle: PageHandle = { bare: true }`: no dock, no footer, for tasks. */
export type PageHandle = { bare?: boolean }

export function Layout({ children }: { children: ReactNode }) {
  const { t, locale } = useT()
  const { nonce } = useDocument()
  const { visitor, flash } = useRouteLoaderData<typeof loader>('root') ?? {}
  const bare = useMatches().some(({ handle }) => (handle as PageHandle | undefined)?.bare)
  return (
    <html lang={locale}>
      <Head />
      <body>
        <a className="skip" href="#content">
          {t('shell.skip')}
        </a>
        <Masthead visitor={visitor} />
        <main id="content" tabIndex={-1}>
          <FlashBanner flash={flash} />
          {children}
        </main>
        {bare ? null : <Footer isStaff={visitor?.is_staff ?? false} />}
        {bare ? null : <Dock isMember={visitor !== undefined} />}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

function Head() {
  const { catalogue } = useDocument()
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#f6f0e6" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#0f1b33" media="(prefers-color-scheme: dark)" />
      <Meta />
      <Alternates />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="manifest" href="/manifest.webmanifest" />
      <link
        rel="preload"
        href="/fonts/public-sans-latin-wght-normal.woff2"
        as="font"
        type="font/woff2"
        crossOrigin="anonymous"
      />
      <link
        rel="preload"
        href="/fonts/apfel-grotezk-latin-700-normal.woff2"
        as="font"
        type="font/woff2"
        crossOrigin="anonymous"
      />
      <link rel="preload" href={catalogue} as="fetch" crossOrigin="anonymous" />
      <link rel="stylesheet" href={styles} />
      <Links />
    </head>
  )
}

/** The same page in the other language, for search engines and for whoever shares it. */
function Alternates() {
  const origin = useRouteLoaderData<typeof loader>('root')?.origin ?? ''
  const { pathname, search } = useLocation()
  return locales.map((each) => (
    <link key={each} rel="alternate" hrefLang={each} href={origin + inLanguage(pathname, search, each)} />
  ))
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <Trouble />
}
