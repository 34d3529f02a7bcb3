import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('saved_searches')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    /** As its URL holds it, in canonical order. */
    .addColumn('question', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('rhythm', 'text', (c) => c.notNull())
    /** SHA-256 of the token in the address of its feed. */
    .addColumn('feed_key', 'text', (c) => c.unique())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('paused_at', 'text')
    .addUniqueConstraint('saved_searches_once', ['member_id', 'question'])
    .addCheckConstraint('saved_searches_rhythm', sql`rhythm in ('at_once', 'daily')`)
    .execute()
  await schema
    .createTable('search_anchors')
    .ifNotExists()
    .addColumn('anchor', 'text', (c) => c.notNull())
    .addColumn('search_id', 'text', (c) => c.notNull().references('saved_searches.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('search_anchors_pk', ['anchor', 'search_id'])
    .execute()
  await schema.createIndex('search_anchors_by_search').ifNotExists().on('search_anchors').column('search_id').execute()
  await schema
    .createTable('search_answers')
    .ifNotExists()
    .addColumn('search_id', 'text', (c) => c.notNull().references('saved_searches.id').onDelete('cascade'))
    .addColumn('listing_id', 'text', (c) => c.notNull().references('listings.id'))
    .addColumn('told_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('search_answers_pk', ['search_id', 'listing_id'])
    .execute()
  await schema
    .createIndex('search_answers_by_listing')
    .ifNotExists()
    .on('search_answers')
    .column('listing_id')
    .execute()
}
