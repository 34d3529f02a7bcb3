import { type CutLine, readCutList } from '#app/domain/discovery/cut-list.ts'
import type { SearchAsk } from '#app/domain/discovery/search-ask.ts'
import { nodeName } from '#app/domain/listings/wanted-material.ts'
import type { Translator } from './create-translator.ts'

/** A question as one would say it: «tavole, entro 10 km da Centocelle, 8 da 1.200 × 200 × 18 mm». */
export function questionWords({ t, format, locale }: Translator, ask: SearchAsk) {
  const cuts = readCutList(ask.cut).lines
  const cutWords = ({ pieces, length_mm, width_mm, thickness_mm }: CutLine) =>
    t('searches.question.cut', {
      pieces: format.number(pieces),
      size: format.size(length_mm, width_mm, thickness_mm),
    })
  const parts = [
    ask.q && t('searches.question.text', { text: ask.q }),
    ask.material && lowerCase(nodeName(ask.material, locale)),
    where(t, ask),
    ask.bbox && t('searches.question.box'),
    cuts.map(cutWords).join(t('searches.question.and')),
    cuts.length > 0 && ask.tolerance && t('searches.question.tolerance', { size: format.size(ask.tolerance) }),
    ask.quantity && t('searches.question.quantity', { count: format.number(ask.quantity) }),
    ask.condition && t(`searches.question.conditions.${ask.condition}`),
    ask.by && t(`listings.by.${ask.by}`),
    ask.weighed && t('searches.question.weighed'),
    ask.open && t('searches.question.open'),
    ask.at_hub && t('searches.question.at_hub'),
  ]
  return parts.filter(Boolean).join(', ') || t('searches.question.all')
}

function where(t: Translator['t'], { near, lat, radius: km }: SearchAsk) {
  if (km === undefined || (near === '' && lat === undefined)) return ''
  return near ? t('searches.question.within', { km, place: near }) : t('searches.question.hereabouts', { km })
}

/** Inside a sentence a material has a small letter, but for names in capitals such as «MDF». */
export function lowerCase(name: string) {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}
