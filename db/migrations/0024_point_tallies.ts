import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { lotIndexOf } from '../dialects/dialect.server.ts'

/** What is counted near a place is read from the narrow index of points: it holds what a lot counts for. */
export async function up(db: Kysely<unknown>) {
  await sql`drop index if exists lot_index_by_point`.execute(db)
  await lotIndexOf(db).createLookups(db)
}
