import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { createTranslator } from './i18n/create-translator.ts'
import { isLocale } from './i18n/locale.ts'
import { browserLookup } from './i18n/lookup.ts'
import { DocumentContext } from './ui/document.tsx'
import { Language } from './ui/use-t.tsx'

const { lang } = document.documentElement
const locale = isLocale(lang) ? lang : 'it'
const preload = document.querySelector<HTMLLinkElement>('link[rel="preload"][as="fetch"]')
const catalogue = preload?.getAttribute('href') ?? ''
const sentences = (await (await fetch(catalogue)).json()) as object
const facts = {
  nonce: document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce,
  catalogue,
  reference: document.querySelector<HTMLElement>('[data-reference]')?.dataset['reference'],
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Language value={createTranslator(locale, browserLookup(locale, sentences))}>
        <DocumentContext value={facts}>
          <RemixBrowser />
        </DocumentContext>
      </Language>
    </StrictMode>,
  )
})
