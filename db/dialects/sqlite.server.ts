import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import SQLite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  type RawBuilder,
  type SelectQueryBuilder,
  type SqlBool,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
  sql,
} from 'kysely'
import type { Database, Trx } from '../database.ts'
import { roundBalance } from './round-balance.ts'

export { commitTogether as transact } from './sqlite-commits.server.ts'

export function connectSqlite(file: string) {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const database = new SQLite(file)
  database.pragma('journal_mode = WAL')
  // better-sqlite3 lowers this to NORMAL under WAL, which may lose the last commits when the power fails.
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  database.pragma('busy_timeout = 15000')
  // 16 MB of pages are written back at once, not 4: lots that come one after the other change many of the same.
  database.pragma('wal_autocheckpoint = 4000')
  // Pages are read where the system keeps them, not copied out one call at a time; what a file may take up in addresses costs nothing.
  database.pragma('mmap_size = 8589934592')
  return new Kysely<Database>({ dialect: new ImmediateSqliteDialect({ database: remembering(database) }) })
}

const mostRemembered = 1000

/**
 * Compiles each statement once: as much time goes into that as into running it, and a house asks the same again and again.
 * SQLite 3.53 reads a number bound to `limit` while it compiles, and compiles anew for each that is bound; of an expression it does not.
 */
function remembering(database: SQLite.Database): SqliteDatabase {
  const known = new Map<string, SQLite.Statement>()
  return {
    close: () => void database.close(),
    prepare: (text) => {
      const statement = known.get(text) ?? database.prepare(text.replaceAll('limit ?', 'limit +?'))
      if (known.size >= mostRemembered) known.clear()
      known.set(text, statement)
      return statement as SqliteStatement
    },
  }
}

class ImmediateSqliteDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDriver>[0]

  constructor(config: ConstructorParameters<typeof SqliteDriver>[0]) {
    super(config)
    this.#config = config
  }

  override createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#config)
  }
}

/** A deferred transaction that turns from reading to writing fails with SQLITE_BUSY whatever the timeout; an immediate one waits. */
class ImmediateSqliteDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/** A trigger that refuses every update and delete of the table. */
export async function forbidChanges(db: Kysely<unknown>, table: string) {
  for (const change of ['update', 'delete'] as const) {
    await sql`create trigger if not exists ${sql.id(`${table}_no_${change}`)} before ${sql.raw(change)} on ${sql.table(table)}
      begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end`.execute(db)
  }
}

/** A trigger that refuses to close a round whose grams do not balance (`roundBalance`). */
export async function demandBalance(db: Kysely<unknown>) {
  await sql`create trigger if not exists rounds_balance before update of state on rounds
    when new.state = 'closed' and ${sql.raw(roundBalance)} <> 0
    begin select raise(abort, 'a closed round balances'); end`.execute(db)
}

/** Somebody else held the file longer than the busy timeout. */
export function isContention(error: unknown) {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}

/** Nothing to wait for: a write transaction is already the only one. */
export async function oneAtATime(_trx: Trx, _task: string) {}

/** As it is: a write transaction is already the only one, so nothing it reads is held by another. */
export function lockFree<Table extends keyof Database, Row>(query: SelectQueryBuilder<Database, Table, Row>) {
  return query
}

/** As it is: nobody else writes while this transaction lasts. */
export function lockRows<Table extends keyof Database, Row>(query: SelectQueryBuilder<Database, Table, Row>) {
  return query
}

/** It always looks a subquery's rows up one by one. */
export function isAmong(column: RawBuilder<unknown>, few: RawBuilder<unknown>) {
  return sql<SqlBool>`${column} in (${few})`
}

/** One text however many they are: the statement is compiled once. */
export function isOneOf(column: RawBuilder<unknown>, texts: readonly string[]) {
  return sql<SqlBool>`${column} in (select value from json_each(${JSON.stringify(texts)}))`
}
