import { Migrator } from 'kysely'
import type { Db } from './database.ts'
import * as migrations from './migrations/index.ts'

/** Brings the schema up to date. Safe to call at every start. */
export async function migrateToLatest(db: Db) {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
