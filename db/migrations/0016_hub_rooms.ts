import { type Kysely, sql } from 'kysely'
import { addColumns } from '../add-columns.ts'

export async function up(db: Kysely<unknown>) {
  await hubs(db)
  await hours(db)
  await vehiclesAndBays(db)
  await whoTakes(db)
}

async function hubs(db: Kysely<unknown>) {
  await addColumns(db, 'hubs', [
    ['service_radius_m', 'integer'],
    ['service_area', 'text', (c) => c.notNull().defaultTo('')],
  ])
  await db.schema
    .createTable('hub_materials')
    .ifNotExists()
    .addColumn('hub_id', 'text', (c) => c.notNull().references('hubs.id'))
    .addColumn('material_key', 'text', (c) => c.notNull())
    .addColumn('takes', 'integer', (c) => c.notNull().check(sql`takes in (0, 1)`))
    .addPrimaryKeyConstraint('hub_materials_key', ['hub_id', 'material_key'])
    .execute()
}

async function hours({ schema }: Kysely<unknown>) {
  await schema
    .createTable('hub_hours')
    .ifNotExists()
    .addColumn('hub_id', 'text', (c) => c.notNull().references('hubs.id'))
    .addColumn('weekday', 'text', (c) =>
      c.notNull().check(sql`weekday in ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')`),
    )
    .addColumn('from_time', 'text', (c) => c.notNull())
    .addColumn('to_time', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('hub_hours_key', ['hub_id', 'weekday', 'from_time'])
    .addCheckConstraint('hub_hours_in_order', sql`from_time < to_time`)
    .execute()
  await schema
    .createTable('hub_closures')
    .ifNotExists()
    .addColumn('hub_id', 'text', (c) => c.notNull().references('hubs.id'))
    .addColumn('from_day', 'text', (c) => c.notNull())
    .addColumn('to_day', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('hub_closures_key', ['hub_id', 'from_day'])
    .addCheckConstraint('hub_closures_in_order', sql`from_day <= to_day`)
    .execute()
}

async function vehiclesAndBays({ schema }: Kysely<unknown>) {
  await schema
    .createTable('vehicles')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('hub_id', 'text', (c) => c.notNull().references('hubs.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('capacity_g', 'bigint', (c) => c.notNull().check(sql`capacity_g > 0`))
    .addColumn('capacity_dm3', 'integer', (c) => c.notNull().check(sql`capacity_dm3 > 0`))
    .addColumn('longest_mm', 'integer', (c) => c.notNull().check(sql`longest_mm > 0`))
    .addColumn('crew', 'integer', (c) => c.notNull().check(sql`crew > 0`))
    .addColumn('from_time', 'text', (c) => c.notNull())
    .addColumn('to_time', 'text', (c) => c.notNull())
    .addColumn('retired_at', 'text')
    .addCheckConstraint('vehicles_hours', sql`from_time < to_time`)
    .execute()
  await schema.createIndex('vehicles_by_hub').ifNotExists().on('vehicles').column('hub_id').execute()
  await schema
    .createTable('bays')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('hub_id', 'text', (c) => c.notNull().references('hubs.id'))
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('retired_at', 'text')
    .addUniqueConstraint('bays_codes', ['hub_id', 'code'])
    .execute()
}

async function whoTakes(db: Kysely<unknown>) {
  await addColumns(db, 'claims', [
    ['hub_id', 'text', (c) => c.references('hubs.id')],
    ['delivery_place_id', 'text', (c) => c.references('places.id')],
  ])
  await addColumns(db, 'ledger_parties', [['hub_id', 'text', (c) => c.references('hubs.id')]])
  await sql`create unique index if not exists ledger_parties_hub on ledger_parties (hub_id) where hub_id is not null`.execute(
    db,
  )
}
