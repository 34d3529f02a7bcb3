import type { Unit } from '#app/domain/listings/quantity.ts'
import { nodeName } from '#app/domain/listings/wanted-material.ts'
import type { Translator, Values } from './create-translator.ts'
import { lowerCase } from './question-words.ts'

type Details = Record<string, string | number>

/**
 * What the sentence of a notice needs, as people read it: `{{title}} {{quantity}} {{when}} {{until}} {{due}} {{position}}
 * {{objectBy}}`, of a collection `{{to}} {{because}}`, of a match `{{who}} {{distance}} {{size}} {{count}}`, and of a saved search `{{search}} {{why}}`.
 */
export function noticeWords(spoken: Translator, details: Details): Values {
  const { format } = spoken
  const text = (name: string) => String(details[name] ?? '')
  const moment = (name: string) => (details[name] ? format.dateTime(text(name)) : '')
  const { quantity } = details
  const sizes = ['length_mm', 'width_mm', 'thickness_mm'].map((side) => Number(details[side] ?? 0)).filter(Boolean)
  return {
    title: text('title'),
    quantity: typeof quantity === 'number' ? format.quantity(quantity, (text('unit') || 'piece') as Unit) : '',
    who: text('who'),
    count: Number(details['count'] ?? 0),
    distance: details['distance_m'] === undefined ? '' : format.distance(Number(details['distance_m'])),
    size: sizes.length > 0 ? `, ${format.size(...sizes)}` : '',
    position: Number(details['position'] ?? 0),
    when: moment('starts_at'),
    to: details['ends_at'] ? format.time(text('ends_at')) : '',
    because: because(spoken, text('reason')),
    until: moment('expires_at'),
    objectBy: moment('object_by'),
    due: details['must_go_by'] ? format.due(text('must_go_by')) : '',
    search: text('search'),
    why: why(spoken, details),
  }
}

const failureWords = ['no_show_donor', 'refused_condition', 'no_access', 'no_time', 'breakdown'] as const

/** « Motivo: sciopero.» A driver's reason is one of a few; a coordinator writes theirs. */
function because({ t }: Translator, reason: string) {
  const known = failureWords.find((each) => each === reason)
  const said = known ? lowerCase(t(`driving.failures.${known}`)) : reason.trim().replace(/\.+$/, '')
  return said === '' ? '' : t('notices.because', { reason: said })
}

/** «: 3 delle tue 4 misure, a 3,2 km, legno massello, entro ven 27». */
function why({ t, format, locale }: Translator, details: Details) {
  const { cut_lines, cut_of, distance_m, material_key, must_go_by } = details
  const reasons = [
    cut_of === undefined ? '' : cutWords(t, Number(cut_lines), Number(cut_of)),
    distance_m === undefined ? '' : t('searches.why.distance', { distance: format.distance(Number(distance_m)) }),
    material_key === undefined ? '' : lowerCase(nodeName(String(material_key), locale)),
    must_go_by === undefined ? '' : format.due(String(must_go_by)),
  ].filter(Boolean)
  return reasons.length > 0 ? `: ${reasons.join(', ')}` : ''
}

function cutWords(t: Translator['t'], lines: number, of: number) {
  if (lines === of) return t('searches.why.all', { count: of })
  return lines === 0 ? t('searches.why.few') : t('searches.why.some', { lines, of })
}
