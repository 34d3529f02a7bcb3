import type { Kysely } from 'kysely'
import { createLotIndex } from '../dialects/dialect.server.ts'

/** The index made anew with what it has come to hold since it was first laid: it is all told by the lots. */
export async function up(db: Kysely<unknown>) {
  await createLotIndex(db)
}
