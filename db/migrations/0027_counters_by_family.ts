import type { Kysely } from 'kysely'
import { createLotIndex } from '../dialects/dialect.server.ts'

/** The index made anew: PostgreSQL read a whole level of the map for each counter that a closed lot leaves. */
export async function up(db: Kysely<unknown>) {
  await createLotIndex(db)
}
