import type { SearchAsk } from './search-ask.ts'

export const sorts = ['newest', 'nearest', 'ending'] as const
export type Sort = (typeof sorts)[number]
export const deadlines = ['today', 'three_days', 'week'] as const
export const radii = [2, 5, 10, 25, 50] as const

/** The query string of a search, without what is empty; a change of question drops the page it was on. */
export function searchHref(ask: SearchAsk, changes: Partial<SearchAsk> = {}) {
  const query = new URLSearchParams()
  const next = { ...ask, after: undefined, ...changes }
  for (const [name, value] of Object.entries(next)) {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  const text = query.toString()
  return text ? `/listings?${text}` : '/listings'
}
