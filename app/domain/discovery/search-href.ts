import type { SearchAsk } from './search-ask.ts'

export const sorts = ['newest', 'nearest', 'ending', 'best_fit'] as const
export type Sort = (typeof sorts)[number]
export const deadlines = ['today', 'three_days', 'week'] as const
/** In how many days, of 24 hours, each of them is. */
export const daysUntil = { today: 1, three_days: 3, week: 7 } as const
export const conditions = ['new', 'good', 'worn', 'to_repair'] as const
export const radii = [2, 5, 10, 25, 50] as const

/** The query string of a search, without what is empty; a change of question drops the page it was on. */
export function searchHref(ask: SearchAsk, changes: Partial<SearchAsk> = {}) {
  const text = searchQuery(ask, changes)
  return text ? `/listings?${text}` : '/listings'
}

/** The same question is always the same text, in whatever order its parts came: what a saved search is known by. */
export function searchQuery(ask: SearchAsk, changes: Partial<SearchAsk> = {}) {
  const query = new URLSearchParams()
  const next = { ...ask, after: undefined, ...changes }
  for (const [name, value] of Object.entries(next)) {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  return query.toString()
}
