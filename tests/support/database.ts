import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { type Kysely, sql } from 'kysely'
import { inject } from 'vitest'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'
import { databaseOn } from './template.ts'

/** A migrated, empty database of this worker's own, on whichever kind the run is about. Returns its url. */
export async function freshDatabase(): Promise<string> {
  const server = inject('server')
  const name = `worker_${process.env['VITEST_POOL_ID']}`
  if (!server) return freshSqlite(`${name}_${process.pid}_${Date.now()}`)
  const db = connect(server)
  await sql`drop database if exists ${sql.id(name)} with (force)`.execute(db)
  await sql`create database ${sql.id(name)} template rimessa_template`.execute(db)
  await db.destroy()
  return databaseOn(server, name)
}

/** Takes the worker's database, open as `db`, back to the moment after its migrations. For `beforeEach`. */
export async function emptyDatabase(db: Db): Promise<void> {
  if (inject('server')) await emptyPostgres(db)
  else await emptySqlite()
}

function freshSqlite(name: string) {
  const file = join(inject('folder'), `${name}.sqlite`)
  copyFileSync(join(inject('folder'), 'template.sqlite'), file)
  return file
}

/** Copies the template over the open file page by page: append-only tables cannot be emptied by deleting. */
async function emptySqlite() {
  const template = new SQLite(join(inject('folder'), 'template.sqlite'), { readonly: true })
  await template.backup(process.env['DATABASE_URL'] ?? '')
  template.close()
}

let migrated: Map<string, Record<string, unknown>[]> | undefined

async function emptyPostgres(db: Kysely<unknown> | Db) {
  await db.connection().execute(async (connection) => {
    migrated ??= await rowsOfMigrations(connection)
    // As a replica the session skips triggers, the append-only ones and foreign keys too.
    await sql`set session_replication_role = replica`.execute(connection)
    await sql.raw([...migrated.keys()].map((table) => `delete from "${table}"`).join(';')).execute(connection)
    for (const [table, rows] of migrated) {
      for (const row of rows)
        await sql`insert into ${sql.table(table)} select * from json_populate_record(null::${sql.table(table)}, ${JSON.stringify(row)})`.execute(
          connection,
        )
    }
    await sql`set session_replication_role = origin`.execute(connection)
  })
}

/** Every table with the rows its migration put there: true only before the first test has written. */
async function rowsOfMigrations(db: Kysely<unknown> | Db) {
  const tables = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'`.execute(db)
  const rows = new Map<string, Record<string, unknown>[]>()
  for (const { name } of tables.rows)
    rows.set(name, (await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db)).rows)
  return rows
}
