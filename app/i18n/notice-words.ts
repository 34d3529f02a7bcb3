import type { Unit } from '#app/domain/listings/quantity.ts'
import type { Translator, Values } from './create-translator.ts'

type Details = Record<string, string | number>

/**
 * What the sentence of a notice needs, as people read it: `{{title}} {{quantity}} {{when}} {{until}} {{due}} {{position}}`,
 * and of a match `{{who}} {{distance}} {{size}} {{count}}`.
 */
export function noticeWords({ format }: Translator, details: Details): Values {
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
    until: moment('expires_at'),
    due: details['must_go_by'] ? format.due(text('must_go_by')) : '',
  }
}
