import { type Kysely, SqliteAdapter } from 'kysely'
import type { Trx } from '../database.ts'
import * as postgres from './postgres.server.ts'
import * as sqlite from './sqlite.server.ts'

/** The same named capabilities on both databases. No other file asks which one it is. */
export function dialectOf(db: Pick<Kysely<unknown>, 'getExecutor'>) {
  return db.getExecutor().adapter instanceof SqliteAdapter ? sqlite : postgres
}

export function isContention(error: unknown) {
  return sqlite.isContention(error) || postgres.isContention(error)
}

/** Lets one transaction at a time through for a named task, until it ends. */
export function oneAtATime(trx: Trx, task: string) {
  return dialectOf(trx).oneAtATime(trx, task)
}
