import { Kysely, PostgresDialect, type RawBuilder, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import pg from 'pg'
import type { Database, Db, Trx } from '../database.ts'
import { roundBalance } from './round-balance.ts'

export function connectPostgres(url: string) {
  // count(*) and sum() come back as text unless told otherwise; every such figure here is below 2^53.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number)
  pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // An idle connection that the server closes would otherwise end the process.
  pool.on('error', () => undefined)
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}

/** A transaction of its own: the server lets those that commit at the same time share the disk. */
export function transact<Outcome>(db: Db, commands: (trx: Trx) => Promise<Outcome>): Promise<Outcome> {
  return db.transaction().execute(commands)
}

/** A trigger that refuses every update and delete of the table. */
export async function forbidChanges(db: Kysely<unknown>, table: string) {
  await sql`create or replace function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception '% is append-only', tg_table_name; end $$`.execute(db)
  await sql`create or replace trigger ${sql.id(`${table}_append_only`)} before update or delete or truncate on ${sql.table(table)}
    for each statement execute function refuse_change()`.execute(db)
}

/** A trigger that refuses to close a round whose grams do not balance (`roundBalance`). */
export async function demandBalance(db: Kysely<unknown>) {
  await sql`create or replace function refuse_imbalance() returns trigger language plpgsql as
    $$ begin
      if ${sql.raw(roundBalance)} <> 0 then raise exception 'a closed round balances'; end if;
      return new;
    end $$`.execute(db)
  await sql`create or replace trigger rounds_balance before update of state on rounds
    for each row when (new.state = 'closed') execute function refuse_imbalance()`.execute(db)
}

/** Deadlock or serialisation failure: the transaction was ended and may be run again. */
export function isContention(error: unknown) {
  return error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001')
}

/** Transactions that name the same task go through here one after the other, each until its end. */
export async function oneAtATime(trx: Trx, task: string) {
  await sql`select pg_advisory_xact_lock(hashtext(${task}))`.execute(trx)
}

/** Locks the rows it reads until the transaction ends, and passes over those another transaction holds. */
export function lockFree<Table extends keyof Database, Row>(query: SelectQueryBuilder<Database, Table, Row>) {
  return query.forUpdate().skipLocked()
}

/** Locks the rows it reads until the transaction ends, waiting its turn. Rows that refer to them may still be written. */
export function lockRows<Table extends keyof Database, Row>(query: SelectQueryBuilder<Database, Table, Row>) {
  return query.forNoKeyUpdate()
}

/** As a list, which is found first: of a subquery it thinks it may be long, and reads the whole table instead. */
export function isAmong(column: RawBuilder<unknown>, few: RawBuilder<unknown>) {
  return sql<SqlBool>`${column} = any(array(${few}))`
}

export function isOneOf(column: RawBuilder<unknown>, texts: readonly string[]) {
  return sql<SqlBool>`${column} = any(${texts}::text[])`
}
