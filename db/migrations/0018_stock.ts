import { type Kysely, sql } from 'kysely'
import { dialectOf } from '../dialects/dialect.server.ts'

export async function up(db: Kysely<unknown>) {
  await lots(db)
  await offers(db)
  await moves(db)
  await counts(db)
  await sql`insert into ledger_parties (id, made_at) values ('outside', '2026-11-29T00:00:00.000Z') on conflict do nothing`.execute(
    db,
  )
  await dialectOf(db).forbidChanges(db, 'stock_moves')
}

async function lots({ schema }: Kysely<unknown>) {
  await schema
    .createTable('stock_lots')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('hub_id', 'text', (c) => c.notNull().references('hubs.id'))
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('origin_listing_id', 'text', (c) => c.notNull().references('listings.id'))
    .addColumn('is_mixed', 'integer', (c) => c.notNull().check(sql`is_mixed in (0, 1)`))
    .addColumn('parent_id', 'text', (c) => c.references('stock_lots.id'))
    .addColumn('material_key', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('quantity', 'integer', (c) => c.notNull().check(sql`quantity >= 0`))
    .addColumn('grams', 'bigint', (c) => c.notNull().check(sql`grams >= 0`))
    .addColumn('grade', 'text', (c) => c.notNull().check(sql`grade in ('A', 'B', 'C', 'D', 'E')`))
    .addColumn('bay_id', 'text', (c) => c.references('bays.id'))
    .addColumn('arrived_at', 'text', (c) => c.notNull())
    .addColumn('listing_id', 'text', (c) => c.unique().references('listings.id'))
    .addColumn('ended_at', 'text')
    .addUniqueConstraint('stock_lots_codes', ['hub_id', 'code'])
    .addCheckConstraint('stock_lots_ended_empty', sql`ended_at is null or (quantity = 0 and grams = 0)`)
    .addCheckConstraint('stock_lots_weighed', sql`grade <> 'E' or grams = 0`)
    .execute()
  await schema.createIndex('stock_lots_by_origin').ifNotExists().on('stock_lots').column('origin_listing_id').execute()
  await schema
    .createTable('stock_codes')
    .ifNotExists()
    .addColumn('hub_id', 'text', (c) => c.primaryKey().references('hubs.id'))
    .addColumn('last', 'integer', (c) => c.notNull())
    .execute()
}

async function offers({ schema }: Kysely<unknown>) {
  await schema
    .createTable('stock_offers')
    .ifNotExists()
    .addColumn('listing_id', 'text', (c) => c.primaryKey().references('listings.id'))
    .addColumn('lot_id', 'text', (c) => c.notNull().references('stock_lots.id'))
    .addColumn('offered_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('offered_at', 'text', (c) => c.notNull())
    .execute()
}

async function moves({ schema }: Kysely<unknown>) {
  await schema
    .createTable('stock_moves')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('lot_id', 'text', (c) => c.notNull().references('stock_lots.id'))
    .addColumn('kind', 'text', (c) =>
      c
        .notNull()
        .check(
          sql`kind in ('arrived', 'split_out', 'split_in', 'merged_out', 'merged_in', 'counted', 'corrected', 'left', 'written_off')`,
        ),
    )
    .addColumn('quantity', 'integer', (c) => c.notNull())
    .addColumn('grams', 'bigint', (c) => c.notNull())
    .addColumn('other_lot_id', 'text', (c) => c.references('stock_lots.id'))
    .addColumn('handover_id', 'text', (c) => c.references('handovers.id'))
    .addColumn('ledger_entry_id', 'text', (c) => c.references('mass_ledger.id'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('idempotency_key', 'text', (c) => c.notNull().unique())
    .addCheckConstraint('stock_moves_something', sql`quantity <> 0 or grams <> 0`)
    .addCheckConstraint(
      'stock_moves_in',
      sql`kind not in ('arrived', 'split_in', 'merged_in') or (quantity >= 0 and grams >= 0)`,
    )
    .addCheckConstraint(
      'stock_moves_out',
      sql`kind not in ('split_out', 'merged_out', 'left', 'written_off') or (quantity <= 0 and grams <= 0)`,
    )
    .execute()
  await schema.createIndex('stock_moves_by_lot').ifNotExists().on('stock_moves').columns(['lot_id', 'at']).execute()
  await schema.createIndex('stock_moves_by_handover').ifNotExists().on('stock_moves').column('handover_id').execute()
  await schema.createIndex('stock_moves_by_entry').ifNotExists().on('stock_moves').column('ledger_entry_id').execute()
}

async function counts(db: Kysely<unknown>) {
  await db.schema
    .createTable('stock_counts')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('hub_id', 'text', (c) => c.notNull().references('hubs.id'))
    .addColumn('bay_id', 'text', (c) => c.references('bays.id'))
    .addColumn('started_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('ended_at', 'text')
    .execute()
  await sql`create unique index if not exists stock_counts_open on stock_counts (hub_id, coalesce(bay_id, '')) where ended_at is null`.execute(
    db,
  )
  await db.schema
    .createTable('stock_count_lines')
    .ifNotExists()
    .addColumn('count_id', 'text', (c) => c.notNull().references('stock_counts.id'))
    .addColumn('lot_id', 'text', (c) => c.notNull().references('stock_lots.id'))
    .addColumn('quantity', 'integer', (c) => c.notNull().check(sql`quantity >= 0`))
    .addColumn('grams', 'bigint', (c) => c.check(sql`grams is null or grams >= 0`))
    .addColumn('counted_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('counted_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('stock_count_lines_key', ['count_id', 'lot_id'])
    .execute()
}
