import { sql } from 'kysely'
import type { Db } from '#db/database.ts'

/** All that the index says, in an order of its own and without the numbers that only tell ties apart. */
export async function indexAsItStands(db: Db) {
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
    found: await foundByWord(db),
  }
}

/** Words of lots that are not in the list of words: nobody could find a lot by them. */
export async function wordsNobodyFinds(db: Db) {
  const known = new Set((await db.selectFrom('lot_words').select('word').execute()).map(({ word }) => word))
  const lots = await db.selectFrom('lot_index').select('search_text').execute()
  return lots.flatMap(({ search_text }) => search_text.split(' ')).filter((word) => word && !known.has(word))
}

// On SQLite the full text has no rows to read: what it finds is asked word by word.
async function foundByWord(db: Db) {
  if (process.env['DATABASE_KIND'] !== 'sqlite') return []
  const words = ['tavole', 'abete', 'lamiera', 'scampoli', 'legno', 'ferro']
  return Promise.all(
    words.map(async (word) => {
      const { rows } = await sql<{
        listing_id: string
      }>`select listing_id from lot_fts join lot_index on lot_index.n = lot_fts.rowid where lot_fts match ${`"${word}"`} order by listing_id`.execute(
        db,
      )
      return [word, rows.map(({ listing_id }) => listing_id)]
    }),
  )
}
