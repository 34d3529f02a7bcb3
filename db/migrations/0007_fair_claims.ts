import { type Kysely, sql } from 'kysely'
import { addColumns } from '../add-columns.ts'
import { dialectOf } from '../dialects/dialect.server.ts'

export async function up(db: Kysely<unknown>) {
  await addColumns(db, 'claims', [
    ['draw_word', 'text', (c) => c.notNull().defaultTo('')],
    ['place_in_rank', 'integer'],
    ['rank_reasons', 'text', (c) => c.notNull().defaultTo('')],
    ['schedule_by', 'text'],
    ['is_replaced', 'integer', (c) => c.notNull().defaultTo(0)],
  ])
  await addColumns(db, 'listings', [
    ['reserved_until', 'text'],
    ['radius_m', 'integer'],
  ])
  await addColumns(db, 'hubs', [
    ['quota_lots', 'integer', (c) => c.notNull().defaultTo(8)],
    ['quota_days', 'integer', (c) => c.notNull().defaultTo(28)],
  ])
  await sql`create unique index if not exists claims_one_open_child on claims (listing_id, party_key) where is_open = 1 and parent_id is not null`.execute(
    db,
  )
  await sql`create index if not exists claims_by_parent on claims (parent_id) where parent_id is not null`.execute(db)
  await db.schema
    .createIndex('claims_in_line')
    .ifNotExists()
    .on('claims')
    .columns(['listing_id', 'state', 'position'])
    .execute()
  await db.schema
    .createIndex('claims_by_party')
    .ifNotExists()
    .on('claims')
    .columns(['party_key', 'offered_at'])
    .execute()
  await draws(db)
  await noShows(db)
}

async function draws(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('draws')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('listing_id', 'text', (c) => c.notNull().references('listings.id'))
    .addColumn('closes_at', 'text', (c) => c.notNull())
    .addColumn('commitment', 'text', (c) => c.notNull())
    .addColumn('seed', 'text', (c) => c.notNull())
    .addColumn('committed_at', 'text', (c) => c.notNull())
    .addColumn('public_data', 'text')
    .addColumn('revealed_at', 'text')
    .addCheckConstraint('draws_revealed_whole', sql`(public_data is null) = (revealed_at is null)`)
    .addUniqueConstraint('draws_one_a_window', ['listing_id', 'closes_at'])
    .execute()
  await schema
    .createTable('draw_entries')
    .ifNotExists()
    .addColumn('draw_id', 'text', (c) => c.notNull().references('draws.id'))
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('word', 'text', (c) => c.notNull())
    .addColumn('ticket', 'text', (c) => c.notNull())
    .addColumn('place_drawn', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('draw_entries_key', ['draw_id', 'claim_id'])
    .execute()
  await dialectOf(db).forbidChanges(db, 'draw_entries')
}

async function noShows({ schema }: Kysely<unknown>) {
  await schema
    .createTable('no_shows')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('pickup_id', 'text', (c) => c.notNull().unique().references('pickups.id'))
    .addColumn('absent', 'text', (c) => c.notNull().check(sql`absent in ('claimant', 'donor')`))
    .addColumn('absent_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('reported_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('reported_at', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('contest_by', 'text', (c) => c.notNull())
    .addColumn('contested_at', 'text')
    .addColumn('contest_note', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('decided_at', 'text')
    .addColumn('decided_by', 'text', (c) => c.references('members.id'))
    .addColumn('decision', 'text', (c) => c.check(sql`decision in ('stands', 'struck')`))
    .addColumn('decision_note', 'text', (c) => c.notNull().defaultTo(''))
    .addCheckConstraint('no_shows_decided_whole', sql`(decision is null) = (decided_at is null)`)
    .execute()
  await schema
    .createIndex('no_shows_by_absent')
    .ifNotExists()
    .on('no_shows')
    .columns(['absent_id', 'reported_at'])
    .execute()
}
