import type { Db } from './database.ts'
import { connectPostgres } from './dialects/postgres.server.ts'
import { connectSqlite } from './dialects/sqlite.server.ts'

/** `postgres://…` is PostgreSQL; anything else is the path of an SQLite file. */
export function connect(url: string): Db {
  return /^postgres(ql)?:/.test(url) ? connectPostgres(url) : connectSqlite(url)
}
