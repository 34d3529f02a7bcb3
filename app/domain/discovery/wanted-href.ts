import type { SearchAsk } from './search-ask.ts'

/** The address of a search among what people look for; a change of question drops the page it was on. */
export function wantedHref({ material, near, lat, lon, radius }: SearchAsk, changes: Partial<SearchAsk> = {}) {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ material, near, lat, lon, radius, ...changes })) {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  const text = query.toString()
  return text ? `/wanted?${text}` : '/wanted'
}
