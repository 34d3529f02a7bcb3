import { type Kysely, sql } from 'kysely'

/** What is to happen at a time: written with the change that sets it, taken up by one worker. */
export async function up(db: Kysely<unknown>) {
  await db.schema
    .createTable('clocks')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('clock_key', 'text', (c) => c.notNull().unique())
    .addColumn('set_at', 'text', (c) => c.notNull())
    .addColumn('due_at', 'text', (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('done_at', 'text')
    .addColumn('given_up_at', 'text')
    .addColumn('last_problem', 'text')
    .execute()
  await sql`create index if not exists clocks_due on clocks (due_at) where done_at is null and given_up_at is null`.execute(
    db,
  )
  await sql`create index if not exists clocks_done on clocks (done_at) where done_at is not null`.execute(db)
  await sql`create index if not exists clocks_given_up on clocks (kind) where given_up_at is not null`.execute(db)
}
