import { sql } from 'kysely'
import { inject } from 'vitest'
import type { Db } from '#db/database.ts'
import { forbidChanges as forbidOnPostgres } from '#db/dialects/postgres.server.ts'
import { forbidChanges as forbidOnSqlite } from '#db/dialects/sqlite.server.ts'

const tables = ['mass_ledger', 'weigh_records', 'stock_moves'] as const

/** What somebody with the keys to the database could do: takes the triggers down, makes the change, puts them back. */
export async function allowChanges(db: Db, change: () => Promise<void>) {
  const isPostgres = inject('server') !== ''
  for (const table of tables) await (isPostgres ? dropOnPostgres(db, table) : dropOnSqlite(db, table))
  await change()
  for (const table of tables)
    await (isPostgres ? forbidOnPostgres(db as never, table) : forbidOnSqlite(db as never, table))
}

async function dropOnPostgres(db: Db, table: string) {
  await sql`drop trigger ${sql.id(`${table}_append_only`)} on ${sql.table(table)}`.execute(db)
}

async function dropOnSqlite(db: Db, table: string) {
  for (const change of ['update', 'delete']) await sql`drop trigger ${sql.id(`${table}_no_${change}`)}`.execute(db)
}
