import { z } from 'zod'
import { deadlines, sorts } from './search-href.ts'

const text = (most: number) => z.string().transform((typed) => typed.replaceAll('\u0000', '').trim().slice(0, most))

/**
 * A search as its URL holds it. A value that makes no sense is dropped, never an error: a shared link, however
 * mangled, shows lots.
 */
export const SearchAsk = z.object({
  q: text(200).catch(''),
  material: z
    .string()
    .regex(/^[a-z_]+(\.[a-z_]+)*$/)
    .catch(''),
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
