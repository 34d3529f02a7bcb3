import type { SearchAsk } from './search-ask.ts'

/** What a question may be narrowed by, besides its words and its place. */
export const filters = [
  'material',
  'cut',
  'radius',
  'bbox',
  'by',
  'quantity',
  'condition',
  'weighed',
  'open',
  'at_hub',
] as const
export type Filter = (typeof filters)[number]

/** The filters that narrow this question, in the order they are shown. */
export function filtersOf(ask: SearchAsk): Filter[] {
  return filters.filter((name) => ask[name] !== undefined && ask[name] !== '')
}

/** The change that lets one filter, or the words, go. */
export function without(name: Filter | 'q'): Partial<SearchAsk> {
  if (name === 'cut') return { cut: '', tolerance: undefined }
  if (name === 'q') return { q: '', exact: undefined }
  return { [name]: name === 'material' ? '' : undefined }
}
