import { type Kysely, sql } from 'kysely'

/** The last code of a month is read for each lot that is published: in the order of its count, not of its letters. */
export async function up(db: Kysely<unknown>) {
  await sql`create index if not exists listings_by_code on listings (substr(code, 1, 4), length(code), code) where code is not null`.execute(
    db,
  )
}
