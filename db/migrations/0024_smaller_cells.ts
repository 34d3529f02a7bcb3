import type { Kysely } from 'kysely'
import { createLotIndex } from '../dialects/dialect.server.ts'

/** The index made anew: words near a place are kept by cells of 15 km, not 29, and the narrow index of points holds what a lot counts for. */
export async function up(db: Kysely<unknown>) {
  await createLotIndex(db)
}
