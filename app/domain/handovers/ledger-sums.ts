import { outside, type PublishedEntry } from './ledger-entry.ts'

/** Grams by each key, and altogether. */
export type Sums = {
  headline: number
  by_giver: Map<string, number>
  by_taker: Map<string, number>
  by_category: Map<string, number>
  by_municipality: Map<string, number>
  /** What hubs hold, by hub. */
  pipeline: Map<string, number>
  /** What came into stock of each listing, and what left stock again of it. */
  taken_in: Map<string, number>
  handed_on: Map<string, number>
}

export function noSums(): Sums {
  return {
    headline: 0,
    by_giver: new Map(),
    by_taker: new Map(),
    by_category: new Map(),
    by_municipality: new Map(),
    pipeline: new Map(),
    taken_in: new Map(),
    handed_on: new Map(),
  }
}

const counted = new Set(['reuse', 'reversal', 'correction'])

/** True for what the headline adds up: what end users have, with its reversals and corrections. */
export function isCounted(entry: Pick<PublishedEntry, 'kind' | 'taker_type'>) {
  return entry.taker_type === 'end_user' && counted.has(entry.kind)
}

/** Adds one entry to every sum it belongs to. */
export function addTo(sums: Sums, entry: PublishedEntry) {
  const grams = Number(entry.sign) * Number(entry.typ_g)
  if (isCounted(entry)) {
    sums.headline += grams
    add(sums.by_giver, entry.giver_party, grams)
    add(sums.by_taker, entry.taker_party, grams)
    add(sums.by_category, entry.eu_category, grams)
    add(sums.by_municipality, entry.municipality_istat, grams)
  } else if (entry.taker_party === outside) {
    add(sums.pipeline, entry.giver_party, -grams)
    if (entry.parent_listing_id !== '') add(sums.handed_on, entry.parent_listing_id, grams)
  } else if (entry.taker_type === 'intermediary') {
    add(sums.pipeline, entry.taker_party, grams)
    add(sums.taken_in, entry.listing_id, grams)
  }
}

/** What is wrong with finished sums (invariants 12 and 15), or undefined. */
export function problemWithSums(sums: Sums) {
  for (const by of ['by_giver', 'by_taker', 'by_category', 'by_municipality'] as const) {
    const total = [...sums[by].values()].reduce((sum, grams) => sum + grams, 0)
    if (total !== sums.headline)
      return `${by.replace('_', ' ')} adds up to ${total} g, the headline to ${sums.headline} g`
    if ([...sums[by].values()].some((grams) => grams < 0)) return `${by.replace('_', ' ')} has a sum below zero`
  }
  if ([...sums.pipeline.values()].some((grams) => grams < 0)) return 'a stock is below zero'
  const more = [...sums.handed_on].find(([listing, grams]) => grams > (sums.taken_in.get(listing) ?? 0))
  return more && `more left the stock of listing ${more[0]} than came in`
}

function add(to: Map<string, number>, key: string, grams: number) {
  to.set(key, (to.get(key) ?? 0) + grams)
}
