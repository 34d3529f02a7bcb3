import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { connect } from '#db/connect.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for everything the run writes; removed at the end. */
    folder: string
    /** The PostgreSQL server of the run; empty on SQLite. */
    server: string
  }
}

/** Before the first test: one migrated database from which every test file gets its own copy. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'rimessa-test-'))
  mkdirSync(join(folder, 'data'))
  const postgres = project.config.env['DATABASE_KIND'] === 'postgres' ? await startPostgres() : undefined
  if (postgres) await createDatabase(postgres.url, 'rimessa_template')
  await migrate(postgres ? databaseOn(postgres.url, 'rimessa_template') : join(folder, 'template.sqlite'))
  project.provide('folder', folder)
  project.provide('server', postgres?.url ?? '')
  return async () => {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export function databaseOn(server: string, name: string) {
  return Object.assign(new URL(server), { pathname: `/${name}` }).href
}

async function createDatabase(server: string, name: string) {
  const db = connect(server)
  await sql`create database ${sql.id(name)}`.execute(db)
  await db.destroy()
}

async function migrate(url: string) {
  const db = connect(url)
  await migrateToLatest(db)
  await db.destroy()
}
