import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useMatches, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { anyone } from '#app/http/context.server.ts'
import { flashOf } from '#app/http/flash.server.ts'
import { rememberLocale } from '#app/http/locale.server.ts'
import { tiles } from '#app/http/tiles.server.ts'
import { visitorOf } from '#app/http/visitor.server.ts'
import { translator } from '#app/i18n/translator.ts'
import { Alive } from './ui/alive.tsx'
import { Dock } from './ui/dock.tsx'
import { FlashBanner } from './ui/flash.tsx'
import { Footer } from './ui/footer.tsx'
import { Head } from './ui/head.tsx'
import { Masthead } from './ui/masthead.tsx'
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
  const description = translator(visit.locale).t('shell.description')
  return data({ locale: visit.locale, origin, visitor, flash, description, tiles: tiles() }, { headers })
}

/** A page may say `export const handle: PageHandle = { bare: true }`: no dock, no footer, for tasks. */
export type PageHandle = { bare?: boolean }

export function Layout({ children }: { children: ReactNode }) {
  const { t, locale } = useT()
  const { visitor, flash, origin = '' } = useRouteLoaderData<typeof loader>('root') ?? {}
  const bare = useMatches().some(({ handle }) => (handle as PageHandle | undefined)?.bare)
  return (
    <html lang={locale}>
      <Head origin={origin} />
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
        <Alive />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <Trouble />
}
