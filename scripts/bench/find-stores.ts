import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { connect } from '#db/connect.server.ts'
import type { Db } from '#db/database.ts'
import { lotIndexOf, rebuildLotIndex } from '#db/dialects/dialect.server.ts'
import { migrateToLatest } from '#db/migrate.server.ts'
import type { Asked } from '#scripts/bench.ts'
import { postgresBin, startPostgres } from '#tests/support/postgres.ts'
import { fillCorpus, type Progress } from './fill-corpus.ts'

export type FindStore = { name: 'sqlite' | 'postgres'; url: string; db: Db; stop: () => Promise<void> }

/** The same corpus in both databases: in those named, if they hold it already, else in new ones that go when we go. */
export async function findStores(asked: Asked): Promise<FindStore[]> {
  const stores = [await sqliteStore(asked)]
  if (asked.database || postgresBin()) stores.push(await postgresStore(asked))
  else console.error('PostgreSQL is not here to compare with')
  return stores
}

async function sqliteStore(asked: Asked): Promise<FindStore> {
  const folder = asked.out ? undefined : mkdtempSync(join(tmpdir(), 'rimessa-bench-'))
  const url = asked.out ?? join(folder ?? '', 'lots.sqlite')
  const db = await filled(url, asked, existsSync(url))
  const stop = async () => {
    await db.destroy()
    if (folder) rmSync(folder, { recursive: true, force: true })
  }
  return { name: 'sqlite', url, db, stop }
}

async function postgresStore(asked: Asked): Promise<FindStore> {
  const server = asked.database ? undefined : await startPostgres({ isDurable: true, settings: forMillions })
  const url = asked.database ?? server?.url ?? ''
  const db = await filled(url, asked, true)
  await sql`vacuum analyze`.execute(db)
  const stop = async () => {
    await db.destroy()
    await server?.stop()
  }
  return { name: 'postgres', url, db, stop }
}

// What an expert sets on a machine with memory to spare; the defaults are for one with 128 MB.
const forMillions = {
  shared_buffers: '2GB',
  work_mem: '64MB',
  maintenance_work_mem: '512MB',
  effective_cache_size: '8GB',
  random_page_cost: '1.1',
  max_wal_size: '8GB',
  jit: 'off',
}

async function filled(url: string, { listings, seed }: Asked, mayBeFull: boolean) {
  const db = connect(url)
  await migrateToLatest(db)
  if (mayBeFull) {
    const { n } = await db
      .selectFrom('listings')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    if (n > 0 && n !== listings) throw new Error(`${url} holds ${n} lots, not ${listings}`)
    if (n > 0) return db
  }
  await fillFast(db, url, { listings, seed })
  return db
}

/** Fills a migrated, empty database with the index detached, then builds the index in one go. */
export async function fillFast(db: Db, url: string, { listings, seed }: Pick<Asked, 'listings' | 'seed'>) {
  const [index, plain] = [lotIndexOf(db), db as unknown as Kysely<unknown>]
  const progress = rowsASecond()
  await index.detachLotIndex(plain)
  await fillCorpus(db, { listings, seed, now: new Date().toISOString() }, progress)
  // Without statistics PostgreSQL plans for ten rows; SQLite is measured as it runs, without any.
  if (url.startsWith('postgres')) await sql`analyze`.execute(db)
  const before = performance.now()
  await rebuildLotIndex(db)
  await index.attachLotIndex(plain)
  console.error(`index: built in ${Math.round((performance.now() - before) / 1000)} s`)
}

/** Says on the error stream, which nobody parses, how far it is and how fast. */
function rowsASecond(): Progress {
  const began = new Map<string, number>()
  let last = performance.now()
  return (table, rows) => {
    const start = began.get(table) ?? last
    began.set(table, start)
    last = performance.now()
    console.error(`${table}: ${rows} rows, ${Math.round(rows / ((last - start) / 1000))} a second`)
  }
}
