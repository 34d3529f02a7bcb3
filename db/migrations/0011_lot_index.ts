import type { Kysely } from 'kysely'
import { createLotIndex } from '../dialects/dialect.server.ts'

export async function up(db: Kysely<unknown>) {
  await createLotIndex(db)
}
