import { z } from 'zod'
import { conditions, deadlines, sorts } from './search-href.ts'

export const widestRadius = 500

const text = (most: number) => z.string().transform((typed) => typed.replaceAll('\u0000', '').trim().slice(0, most))
const ticked = z.literal('1').optional().catch(undefined)
const whole = (least: number, most: number) =>
  z.coerce
    .number()
    .int()
    .min(least)
    .transform((value) => Math.min(value, most))
    .optional()
    .catch(undefined)

/**
 * A search as its URL holds it: what page, map, saved search and feed share. A value that makes no sense is dropped,
 * never an error: a shared link, however mangled, shows lots.
 */
export const SearchAsk = z.object({
  q: text(200).catch(''),
  /** The words exactly as typed: no near ones instead, even if nobody says them. */
  exact: ticked,
  material: z
    .string()
    .max(60)
    .regex(/^[a-z_-]+(\.[a-z_-]+)*$/)
    .catch(''),
  near: text(100).catch(''),
  lat: z.coerce.number().min(-90).max(90).optional().catch(undefined),
  lon: z.coerce.number().min(-180).max(180).optional().catch(undefined),
  /** Kilometres. */
  radius: whole(1, widestRadius),
  /** «west,south,east,north» in degrees, as maps write it. West may be larger than east: over the date line. */
  bbox: z
    .string()
    .max(100)
    .regex(/^-?[\d.]+(,-?[\d.]+){3}$/)
    .optional()
    .catch(undefined),
  by: z.enum(deadlines).optional().catch(undefined),
  /** At least so many, in the lot's base unit. */
  quantity: whole(1, 2_000_000),
  /** A cut list, as typed: see `cut-list.ts`. */
  cut: text(400).catch(''),
  /** By how many millimetres a piece may be smaller than the cut list says. */
  tolerance: whole(1, 50),
  /** At least this good; lots whose condition nobody told answer too. */
  condition: z.enum(conditions).optional().catch(undefined),
  /** Only what was weighed or is documented: grades A and B. */
  weighed: ticked,
  /** Only what the reader may ask for now: nothing still kept for non-profits and schools. */
  open: ticked,
  /** Only what already lies at a hub. */
  at_hub: ticked,
  sort: z.enum(sorts).optional().catch(undefined),
  after: z.string().max(200).optional().catch(undefined),
})
export type SearchAsk = z.infer<typeof SearchAsk>

export function readSearch(query: URLSearchParams): SearchAsk {
  const filled = [...query].filter(([, value]) => value !== '')
  return SearchAsk.parse({ q: '', material: '', near: '', cut: '', ...Object.fromEntries(filled) })
}
