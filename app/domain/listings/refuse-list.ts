import { fold } from './material-search.ts'
import { type Block, refusals } from './refuse-list-words.ts'

export type Screening = { block: Block; words: string }

/**
 * Reads a listing's title and description, in Italian and English, for what may not pass here at all (impact accounting
 * §2.6). Whole words only: a *tetto* is not an *eternit*. Returns the first block and the words that gave it away, folded;
 * its name, reason and where to take it are `refused.blocks.<block>`. It reads words, not things: what is not said is not seen.
 */
export function screenListing({ title, description }: { title: string; description: string }): Screening | undefined {
  const text = fold(`${title} ${description}`)
  for (const { block, says, unless } of refusals) {
    const rest = unless ? text.replace(whole(unless), ' ') : text
    const words = whole(says).exec(rest)?.[0]
    if (words) return { block, words }
  }
  return undefined
}

function whole(source: string) {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu')
}
