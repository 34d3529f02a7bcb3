import { searchLots } from '#app/domain/discovery/search.read.server.ts'
import { readSearch } from '#app/domain/discovery/search-ask.ts'
import type { Db } from '#db/database.ts'

/** All that the index says, in an order of its own and without the numbers that only tell ties apart. */
export async function indexAsItStands(db: Db, now: string) {
  const lots = await db.selectFrom('lot_index').selectAll().orderBy('listing_id').execute()
  return {
    lots: lots.map(({ n, ...lot }) => ({ ...lot, published_ms: Math.floor(n / 1024) })),
    cards: await db
      .selectFrom('lot_cards')
      .innerJoin('lot_index', 'lot_index.n', 'lot_cards.n')
      .select(['listing_id', 'card'])
      .orderBy('listing_id')
      .execute(),
    tiles: await db
      .selectFrom('lot_tiles')
      .selectAll()
      .orderBy('level')
      .orderBy('family')
      .orderBy('y')
      .orderBy('x')
      .execute(),
    counts: await db.selectFrom('lot_counts').selectAll().orderBy('facet').orderBy('value').execute(),
    sizes: await db
      .selectFrom('lot_sizes')
      .selectAll()
      .orderBy('length_mm')
      .orderBy('width_mm')
      .orderBy('thickness_mm')
      .execute(),
    found: await foundByWord(db, now),
  }
}

/** Words of lots that are not in the list of words: nobody could find a lot by them. */
export async function wordsNobodyFinds(db: Db) {
  const known = new Set((await db.selectFrom('lot_words').select('word').execute()).map(({ word }) => word))
  const lots = await db.selectFrom('lot_index').select('search_text').execute()
  return lots.flatMap(({ search_text }) => search_text.split(' ')).filter((word) => word && !known.has(word))
}

// The full text has no rows to read: what it finds is asked word by word.
async function foundByWord(db: Db, now: string) {
  const found: Record<string, string[]> = {}
  for (const q of ['tavole', 'abete', 'lamiera', 'scampoli', 'legno', 'ferro', 'noce']) {
    const ask = readSearch(new URLSearchParams({ q, exact: '1' }))
    const ids: string[] = []
    for (let after: string | undefined; ; ) {
      const { lots, next } = await searchLots(db, { ask: { ...ask, after }, from: undefined, now })
      ids.push(...lots.map(({ id }) => id))
      after = next
      if (!after) break
    }
    found[q] = ids.toSorted()
  }
  return found
}
