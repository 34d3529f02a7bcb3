import { z } from 'zod'

export const sorts = ['newest', 'nearest', 'ending'] as const
export type Sort = (typeof sorts)[number]
export const deadlines = ['today', 'three_days', 'week'] as const
export const radii = [2, 5, 10, 25, 50] as const

const text = (most: number) => z.string().transform((typed) => typed.replaceAll('\u0000', '').trim().slice(0, most))

/**
 * A search as its URL holds it. A value that makes no sense is dropped, never an error: a shared link, however
 * mangled, shows lots.
 */
export const SearchAsk = z.object({
  q: text(200).catch(''),
  material: z.string().regex(/^[a-z_]+(\.[a-z_]+)*$/).catch(''),
  near: text(100).catch(''),
  lat: z.coerce.number().min(-90).max(90).optional().catch(undefined),
  lon: z.coerce.number().min(-180).max(180).optional().catch(undefined),
  radius: z.coerce.number().int().min(1).max(200).optional().catch(undefined),
  by: z.enum(deadlines).optional().catch(undefined),
  sort: z.enum(sorts).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
})
export type SearchAsk = z.infer<typeof SearchAsk>

export function readSearch(query: URLSearchParams): SearchAsk {
  const filled = [...query].filter(([, value]) => value !== '')
  return SearchAsk.parse({ q: '', material: '', near: '', ...Object.fromEntries(filled) })
}

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
