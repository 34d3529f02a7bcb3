import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('lot_marks')
    .ifNotExists()
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('listing_id', 'text', (c) => c.notNull().references('listings.id'))
    .addColumn('seen_at', 'text')
    .addColumn('hidden_at', 'text')
    .addPrimaryKeyConstraint('lot_marks_once', ['member_id', 'listing_id'])
    .addCheckConstraint('lot_marks_say_something', sql`seen_at is not null or hidden_at is not null`)
    .execute()
  await sql`create index if not exists lot_marks_hidden on lot_marks (member_id, hidden_at) where hidden_at is not null`.execute(
    db,
  )
}
