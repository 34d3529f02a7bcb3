import type { Kysely } from 'kysely'
import { lotIndexOf } from '../dialects/dialect.server.ts'

/** The triggers made anew: taking a lot off the map read every cell of its level. */
export async function up(db: Kysely<unknown>) {
  await lotIndexOf(db).detachLotIndex(db)
  await lotIndexOf(db).attachLotIndex(db)
}
