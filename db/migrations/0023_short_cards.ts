import type { Kysely } from 'kysely'
import { createLotIndex } from '../dialects/dialect.server.ts'

/** The index made anew: its cards are lists of values, two fifths of what they were with every name beside its value. */
export async function up(db: Kysely<unknown>) {
  await createLotIndex(db)
}
