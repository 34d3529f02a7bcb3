import { catalogues } from './catalogues.server.ts'
import { createTranslator } from './create-translator.ts'
import type { Translator } from './create-translator.ts'
import type { Locale } from './locale.ts'

const translators: Record<Locale, Translator> = {
  it: createTranslator('it', catalogues.it),
  en: createTranslator('en', catalogues.en),
}

/** The server's translator: for loaders, mail and jobs. Components call `useT()`. */
export const translator = (locale: Locale) => translators[locale]
