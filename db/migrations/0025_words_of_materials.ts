import type { Kysely } from 'kysely'
import { createLotIndex } from '../dialects/dialect.server.ts'

/** The index made anew: what a material says is kept once, and not with every lot of it. */
export async function up(db: Kysely<unknown>) {
  await createLotIndex(db)
}
