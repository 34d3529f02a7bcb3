import { z } from 'zod'

/** How soon somebody hears of a lot that answers: at once, or with the day's digest. */
export const rhythms = ['at_once', 'daily'] as const

/** More questions than this nobody reads the answers to. */
export const mostSearches = 30

const longestName = 80

/** The form of a saved search. Without a name it is called by its question. */
export const SavedSearchAsk = z.object({
  name: z.string().transform((typed) => typed.replaceAll('\u0000', '').trim().slice(0, longestName)),
  rhythm: z.enum([...rhythms, 'paused'], 'errors.required'),
})
export type SavedSearchAsk = z.infer<typeof SavedSearchAsk>

/** A question in words, short enough to be a name. */
export function nameFrom(words: string) {
  return words.length <= longestName ? words : `${words.slice(0, longestName - 1).trimEnd()}…`
}
