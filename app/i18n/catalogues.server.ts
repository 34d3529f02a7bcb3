import { createHash } from 'node:crypto'
import type { Catalogue, English } from './catalogue.ts'
import * as en from './en.ts'
import * as it from './it.ts'
import type { Locale } from './locale.ts'

const english: English<Catalogue> = en

export const catalogues: Record<Locale, object> = { it, en: english }

type Edition = { file: string; json: string }

export const editions: Record<Locale, Edition> = { it: edition('it'), en: edition('en') }

export const catalogueHref = (locale: Locale) => `/catalogue/${editions[locale].file}`

function edition(locale: Locale): Edition {
  const json = JSON.stringify(catalogues[locale])
  const hash = createHash('sha256').update(json).digest('hex').slice(0, 12)
  return { file: `${locale}-${hash}.json`, json }
}
