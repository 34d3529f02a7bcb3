import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import type { Filter } from '#app/domain/discovery/search-filters.ts'
import { families } from '#app/domain/listings/material-families.ts'
import type { Translator } from '#app/i18n/create-translator.ts'
import type { BrowsePage } from './browse-page.server.ts'

type Asked = { ask: SearchAsk; understood: BrowsePage['understood'] }

/** A filter in the words of a person. */
export function filterWords(name: Filter | 'q', { ask, understood }: Asked, { t }: Translator): string {
  switch (name) {
    case 'q':
      return t('browse.words', { typed: ask.q })
    case 'material':
      return familyName(ask.material, t) ?? understood.material ?? ask.material
    case 'cut':
      return cutWords(understood.cut?.lines.length ?? 0, t)
    case 'radius':
      return t('listings.radius', { km: ask.radius ?? 0 })
    case 'by':
      return t(`listings.by.${ask.by ?? 'week'}`)
    case 'quantity':
      return t('listings.quantity', { count: ask.quantity ?? 0 })
    case 'condition':
      return t(`browse.conditions.${ask.condition ?? 'any'}`)
    default:
      return t(`browse.${name}`)
  }
}

export function familyName(key: string, t: Translator['t']) {
  const family = families.find(([name]) => name === key)
  return family && t(`listings.materials.${family[0]}`)
}

function cutWords(count: number, t: Translator['t']) {
  return count > 0 ? t('browse.cut.chip', { count }) : t('browse.cut.nothingRead')
}
