import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { lotIndexOf } from '#db/dialects/dialect.server.ts'

/**
 * What a query says of thousands of lots, column by column: SQLite hands over a list ten times as quickly
 * as the rows it is made of. All lists are in the same order. Whoever makes rows of them names their columns one by one: found in
 * a loop, those take ten times as long.
 */
export async function readColumns<Name extends string, Value = number>(
  db: Db,
  columns: Record<Name, RawBuilder<unknown>>,
  from: RawBuilder<unknown>,
): Promise<Record<Name, Value[]>> {
  const names = Object.keys(columns) as Name[]
  const lists = names.map((name) => sql`${lotIndexOf(db).listOf(columns[name])} as ${sql.ref(name)}`)
  const { rows } = await sql<Record<Name, string>>`select ${sql.join(lists)} from ${from}`.execute(db)
  return Object.fromEntries(names.map((name) => [name, JSON.parse(rows[0]?.[name] ?? '[]')])) as Record<Name, Value[]>
}

/** Columns by their own names. */
export function columns<Name extends string>(...names: Name[]) {
  return Object.fromEntries(names.map((name) => [name, sql.ref(name)])) as Record<Name, RawBuilder<unknown>>
}
