import { type Kysely, sql } from 'kysely'
import { lotIndexOf } from '../dialects/dialect.server.ts'

/** The triggers made anew: taking a lot off the map read every cell of its level, and half the levels are counted no more. */
export async function up(db: Kysely<unknown>) {
  await lotIndexOf(db).detachLotIndex(db)
  await sql`delete from lot_tiles where level in (6, 8, 10, 12, 14, 16)`.execute(db)
  await lotIndexOf(db).attachLotIndex(db)
}
