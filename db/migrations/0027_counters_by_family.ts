import type { Kysely } from 'kysely'
import { createLotIndex } from '../dialects/dialect.server.ts'

/** The index made anew: PostgreSQL read whole levels of the map for the counters that a closed lot leaves. */
export async function up(db: Kysely<unknown>) {
  await createLotIndex(db)
}
