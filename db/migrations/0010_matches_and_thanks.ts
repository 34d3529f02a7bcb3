import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('matches')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('wanted_id', 'text', (c) => c.notNull().references('listings.id'))
    .addColumn('listing_id', 'text', (c) => c.notNull().references('listings.id'))
    .addColumn('quantity', 'integer', (c) => c.notNull())
    .addColumn('distance_m', 'integer', (c) => c.notNull())
    .addColumn('found_at', 'text', (c) => c.notNull())
    /** The donor said: this one is for you. */
    .addColumn('invited_at', 'text')
    .addUniqueConstraint('matches_once', ['wanted_id', 'listing_id'])
    .execute()
  await schema.createIndex('matches_by_listing').ifNotExists().on('matches').column('listing_id').execute()
  await sql`create index if not exists listings_wanted on listings (material_key) where kind = 'wanted' and state = 'live'`.execute(
    db,
  )
  await sql`create index if not exists listings_offered on listings (material_key) where kind = 'offer' and state = 'live'`.execute(
    db,
  )
  await schema
    .createTable('thanks')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('handover_id', 'text', (c) => c.notNull().references('handovers.id'))
    .addColumn('from_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('to_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('written_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('thanks_once', ['handover_id', 'from_id'])
    .addCheckConstraint('thanks_to_another', sql`from_id <> to_id`)
    .execute()
  await schema.createIndex('thanks_by_receiver').ifNotExists().on('thanks').columns(['to_id', 'written_at']).execute()
}
