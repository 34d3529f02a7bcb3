import type { ColumnDefinitionBuilder, Kysely } from 'kysely'

type Column = readonly [
  name: string,
  kind: 'text' | 'integer',
  build?: (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder,
]

/** Adds the columns a table has not yet, one by one: SQLite takes one at a time and knows no `if not exists` here. */
export async function addColumns(db: Kysely<unknown>, table: string, columns: readonly Column[]) {
  const found = (await db.introspection.getTables()).find(({ name }) => name === table)
  const there = new Set(found?.columns.map(({ name }) => name))
  for (const [name, kind, build = asItIs] of columns) {
    if (!there.has(name)) await db.schema.alterTable(table).addColumn(name, kind, build).execute()
  }
}

function asItIs(column: ColumnDefinitionBuilder) {
  return column
}
