import { type Kysely, sql } from 'kysely'
import { addColumns } from '../add-columns.ts'

export async function up(db: Kysely<unknown>) {
  await addColumns(db, 'collections', [
    ['expected_g', 'integer', (c) => c.check(sql`expected_g > 0`)],
    ['expected_dm3', 'integer', (c) => c.check(sql`expected_dm3 > 0`)],
  ])
  await collectionLots(db)
  await sql`create unique index if not exists collection_lots_once on collection_lots (collection_id, day) where ended_at is null`.execute(
    db,
  )
}

/** One day of a collection, from when it is put on a round: the lot that is fetched, and when. */
async function collectionLots({ schema }: Kysely<unknown>) {
  await schema
    .createTable('collection_lots')
    .ifNotExists()
    .addColumn('listing_id', 'text', (c) => c.primaryKey().references('listings.id'))
    .addColumn('collection_id', 'text', (c) => c.notNull().references('collections.id'))
    /** The one the plan gives it, wherever it is moved. */
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('starts_at', 'text', (c) => c.notNull())
    .addColumn('ends_at', 'text', (c) => c.notNull())
    /** When the van is expected, as the company was last told. */
    .addColumn('expected_from', 'text')
    .addColumn('expected_to', 'text')
    .addColumn('told_at', 'text')
    .addColumn('ended_at', 'text')
    .addCheckConstraint('collection_lots_in_order', sql`starts_at < ends_at and expected_from < expected_to`)
    .addCheckConstraint('collection_lots_expected', sql`(expected_from is null) = (expected_to is null)`)
    .addCheckConstraint('collection_lots_told', sql`expected_from is null or told_at is not null`)
    .execute()
}
