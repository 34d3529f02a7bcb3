import {
  type ColumnDefinitionBuilder,
  type Kysely,
  type RawBuilder,
  type SelectQueryBuilder,
  SqliteAdapter,
  sql,
} from 'kysely'
import { addColumns } from '../add-columns.ts'
import type { Database, Db, Trx } from '../database.ts'
import { createIndexTables, indexTables, materialTables } from './lot-tables.ts'
import * as postgres from './postgres.server.ts'
import * as postgresLots from './postgres-lot-index.server.ts'
import * as sqlite from './sqlite.server.ts'
import * as sqliteLots from './sqlite-lot-index.server.ts'

/** The same named capabilities on both databases. No other file asks which one it is. */
export function dialectOf(db: Pick<Kysely<unknown>, 'getExecutor'>) {
  return db.getExecutor().adapter instanceof SqliteAdapter ? sqlite : postgres
}

export function isContention(error: unknown) {
  return sqlite.isContention(error) || postgres.isContention(error)
}

/** Runs commands in a transaction, all or nothing. Those that wait for each other may share a commit, never a failure. */
export function transact<Outcome>(db: Db, commands: (trx: Trx) => Promise<Outcome>): Promise<Outcome> {
  return dialectOf(db).transact(db, commands)
}

/** Lets one transaction at a time through for a named task, until it ends. */
export function oneAtATime(trx: Trx, task: string) {
  return dialectOf(trx).oneAtATime(trx, task)
}

/** Makes a query take its rows for this transaction alone, passing over rows that another one has taken. */
export function lockFree<Table extends keyof Database, Row>(
  trx: Trx,
  query: SelectQueryBuilder<Database, Table, Row>,
): SelectQueryBuilder<Database, Table, Row> {
  return dialectOf(trx).lockFree(query)
}

/** Makes a query take its rows for this transaction alone, waiting for whoever holds them: what it reads stays true. */
export function lockRows<Table extends keyof Database, Row>(
  trx: Trx,
  query: SelectQueryBuilder<Database, Table, Row>,
): SelectQueryBuilder<Database, Table, Row> {
  return dialectOf(trx).lockRows(query)
}

/** Whether a column is one of the few that a query finds: each is looked up by the column's index. */
export function isAmong(db: Db, column: RawBuilder<unknown>, few: RawBuilder<unknown>) {
  return dialectOf(db).isAmong(column, few)
}

/** Whether a column is one of these: hundreds of them are one parameter. */
export function isOneOf(db: Db, column: RawBuilder<unknown>, texts: readonly string[]) {
  return dialectOf(db).isOneOf(column, texts)
}

/** How lots are found on this database: its own index of words and places, and the triggers that keep it. */
export function lotIndexOf(db: Pick<Kysely<unknown>, 'getExecutor'>) {
  return dialectOf(db) === sqlite ? sqliteLots : postgresLots
}

/** Empties the index of lots and fills it again from the lots there are: for a check, or after a bulk load. */
export function rebuildLotIndex(db: Db) {
  return lotIndexOf(db).rebuildLotIndex(db as unknown as Kysely<unknown>)
}

/** Lots by the million come in without the index hearing of each; it is built in one go when they are there. */
export async function withoutLotIndex(db: Db, load: () => Promise<void>) {
  await lotIndexOf(db).detachLotIndex(db as unknown as Kysely<unknown>)
  await load()
  await rebuildLotIndex(db)
}

/** The index of lots with everything that keeps it, made anew and filled from the lots there are. Safe to repeat. */
export async function createLotIndex(db: Kysely<unknown>) {
  await lotIndexOf(db).detachLotIndex(db)
  // The first migrations make this index too, and it reads what came later.
  await addColumns(db, 'listings', [['search_tail', 'integer', searchTail]])
  for (const table of [...indexTables, ...materialTables]) await db.schema.dropTable(table).ifExists().execute()
  await createIndexTables(db, lotIndexOf(db).lotNumber)
  await lotIndexOf(db).createLotIndex(db)
  await lotIndexOf(db).rebuildLotIndex(db)
}

function searchTail(column: ColumnDefinitionBuilder) {
  return column.notNull().defaultTo(0).check(sql`search_tail between 0 and length(search_text)`)
}
