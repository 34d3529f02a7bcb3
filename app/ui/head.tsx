import { Links, Meta, useLocation } from '@remix-run/react'
import { locales } from '#app/i18n/locale.ts'
import styles from '../styles/all.css?url'
import { useDocument } from './document.tsx'
import { inLanguage } from './masthead.tsx'

const fonts = ['/fonts/public-sans-latin-wght-normal.woff2', '/fonts/apfel-grotezk-latin-700-normal.woff2']

/** The sheet that orders the layers comes before every other. `origin` makes the addresses that are shared whole. */
export function Head({ origin }: { origin: string }) {
  const { catalogue } = useDocument()
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content="#f6f0e6" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#0f1b33" media="(prefers-color-scheme: dark)" />
      <Meta />
      <Alternates origin={origin} />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="manifest" href="/manifest.webmanifest" />
      {fonts.map((font) => (
        <link key={font} rel="preload" href={font} as="font" type="font/woff2" crossOrigin="anonymous" />
      ))}
      <link rel="preload" href={catalogue} as="fetch" crossOrigin="anonymous" />
      <link rel="stylesheet" href={styles} />
      <Links />
    </head>
  )
}

/** The same page in each language, for search engines and for whoever shares it. */
function Alternates({ origin }: { origin: string }) {
  const { pathname, search } = useLocation()
  return locales.map((each) => (
    <link key={each} rel="alternate" hrefLang={each} href={origin + inLanguage(pathname, search, each)} />
  ))
}
