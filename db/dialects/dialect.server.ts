import { type Kysely, SqliteAdapter } from 'kysely'
import * as postgres from './postgres.server.ts'
import * as sqlite from './sqlite.server.ts'

/** The same named capabilities on both databases. No other file asks which one it is. */
export function dialectOf(db: Kysely<unknown>) {
  return db.getExecutor().adapter instanceof SqliteAdapter ? sqlite : postgres
}

export function isDuplicate(error: unknown) {
  return sqlite.isDuplicate(error) || postgres.isDuplicate(error)
}

export function isContention(error: unknown) {
  return sqlite.isContention(error) || postgres.isContention(error)
}
