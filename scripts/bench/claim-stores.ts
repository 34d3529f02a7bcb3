import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import { startPostgres } from '#tests/support/postgres.ts'

/** One kind of database, as an installation would run it: what is committed outlives the machine. */
export type Store = {
  name: 'sqlite' | 'postgres'
  /** How many claims are under way at once: SQLite has one writer. */
  atOnce: number
  /** Another database with the same rows, open. */
  copy: () => Promise<Db>
  stop: () => Promise<void>
}

/** SQLite with synchronous=FULL: a file whose copies are copies of the file. */
export async function sqliteStore(fill: (db: Db) => Promise<void>): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'rimessa-bench-'))
  const base = join(folder, 'base.sqlite')
  await prepare(base, fill)
  let copies = 0
  return {
    name: 'sqlite',
    atOnce: 1,
    copy: async () => {
      copies += 1
      const file = join(folder, `copy-${copies}.sqlite`)
      copyFileSync(base, file)
      return connect(file)
    },
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** PostgreSQL with fsync, a server of our own. */
export async function postgresStore(fill: (db: Db) => Promise<void>): Promise<Store> {
  const server = await startPostgres({ isDurable: true })
  const urlOf = (name: string) => Object.assign(new URL(server.url), { pathname: `/${name}` }).href
  const create = async (name: string, template: string) => {
    const admin = connect(server.url)
    await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(admin)
    await admin.destroy()
    return urlOf(name)
  }
  await prepare(await create('base', 'template0'), fill)
  let copies = 0
  return {
    name: 'postgres',
    atOnce: 8,
    copy: async () => {
      copies += 1
      const db = connect(await create(`copy_${copies}`, 'base'))
      // As its own housekeeping leaves a table some minutes after it was filled.
      await sql`vacuum analyze`.execute(db)
      return db
    },
    stop: server.stop,
  }
}

async function prepare(url: string, fill: (db: Db) => Promise<void>) {
  const db = connect(url)
  await migrateToLatest(db)
  await fill(db)
  await db.destroy()
}
