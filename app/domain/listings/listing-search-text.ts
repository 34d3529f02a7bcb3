import type { ListingRow } from '#db/schema/listings.ts'
import { material } from './material.ts'
import { fold, materialSearchText } from './material-search.ts'

/** What a lot is found by: its own words, then its material's names and synonyms in both languages. Folded. */
export function listingSearchText({
  title,
  description,
  material_key,
}: Pick<ListingRow, 'title' | 'description' | 'material_key'>) {
  const leaf = material(material_key)
  const its = leaf ? materialSearchText(leaf) : ''
  return { search_text: `${fold(`${title} ${description}`)} ${its}`.trim(), search_tail: its.length }
}
