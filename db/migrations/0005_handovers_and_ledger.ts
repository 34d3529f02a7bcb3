import { type Kysely, sql } from 'kysely'
import { dialectOf } from '../dialects/dialect.server.ts'

const grades = sql`grade in ('A', 'B', 'C', 'D', 'E')`

export async function up(db: Kysely<unknown>) {
  await handovers(db)
  await ledger(db)
  const { forbidChanges } = dialectOf(db)
  for (const table of ['mass_ledger', 'weigh_records', 'listing_events', 'claim_events', 'pickup_events'])
    await forbidChanges(db, table)
}

async function handovers({ schema }: Kysely<unknown>) {
  await schema
    .createTable('handovers')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('recorded', 'confirmed', 'objected')`))
    .addColumn('claim_id', 'text', (c) => c.notNull().unique().references('claims.id'))
    .addColumn('listing_id', 'text', (c) => c.notNull().references('listings.id'))
    .addColumn('pickup_id', 'text', (c) => c.references('pickups.id'))
    .addColumn('giver_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('taker_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('quantity', 'integer', (c) => c.notNull().check(sql`quantity > 0`))
    .addColumn('condition', 'text', (c) => c.notNull().check(sql`condition in ('as_described', 'worse', 'damaged')`))
    .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('idempotency_key', 'text', (c) => c.notNull().unique())
    .addColumn('happened_at', 'text', (c) => c.notNull())
    .addColumn('recorded_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('recorded_at', 'text', (c) => c.notNull())
    .addColumn('giver_confirmed_at', 'text')
    .addColumn('taker_confirmed_at', 'text')
    .addColumn('objection', 'text')
    .addCheckConstraint('handovers_two_people', sql`giver_id <> taker_id`)
    .addCheckConstraint('handovers_in_time', sql`happened_at <= recorded_at`)
    .addCheckConstraint(
      'handovers_confirmed_by_both',
      sql`state <> 'confirmed' or (giver_confirmed_at is not null and taker_confirmed_at is not null)`,
    )
    .execute()
  await schema.createIndex('handovers_by_listing').ifNotExists().on('handovers').column('listing_id').execute()
  await schema
    .createTable('weigh_records')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('handover_id', 'text', (c) => c.notNull().references('handovers.id'))
    .addColumn('listing_id', 'text', (c) => c.notNull().references('listings.id'))
    .addColumn('grade', 'text', (c) => c.notNull().check(grades))
    .addColumn('low_g', 'bigint')
    .addColumn('typ_g', 'bigint')
    .addColumn('high_g', 'bigint')
    .addColumn('method', 'text', (c) => c.notNull())
    .addColumn('reference', 'text')
    .addColumn('reference_version', 'text')
    .addColumn('tare_g', 'bigint', (c) => c.notNull().defaultTo(0).check(sql`tare_g >= 0`))
    .addColumn('device', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('photo_hash', 'text')
    .addColumn('weighed_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('weighed_at', 'text', (c) => c.notNull())
    .addColumn('voids_id', 'text', (c) => c.unique().references('weigh_records.id'))
    .addCheckConstraint(
      'weigh_records_range',
      sql`(grade = 'E' and typ_g is null) or (low_g > 0 and low_g <= typ_g and typ_g <= high_g)`,
    )
    .execute()
  await schema
    .createIndex('weigh_records_by_handover')
    .ifNotExists()
    .on('weigh_records')
    .column('handover_id')
    .execute()
}

async function ledger(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('ledger_parties')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.references('members.id'))
    .addColumn('organisation_id', 'text', (c) => c.references('organisations.id'))
    .addColumn('made_at', 'text', (c) => c.notNull())
    .execute()
  await sql`create unique index if not exists ledger_parties_member on ledger_parties (member_id) where organisation_id is null`.execute(
    db,
  )
  await sql`create unique index if not exists ledger_parties_organisation on ledger_parties (organisation_id) where organisation_id is not null`.execute(
    db,
  )
  await schema
    .createTable('ledger_head')
    .ifNotExists()
    .addColumn('id', 'integer', (c) => c.primaryKey().check(sql`id = 1`))
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute()
  await sql`insert into ledger_head (id, seq, hash) values (1, 0, '') on conflict do nothing`.execute(db)
  await schema
    .createTable('mass_ledger')
    .ifNotExists()
    .addColumn('seq', 'integer', (c) => c.primaryKey().check(sql`seq > 0`))
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('listing_id', 'text', (c) => c.notNull().references('listings.id'))
    .addColumn('parent_listing_id', 'text', (c) => c.references('listings.id'))
    .addColumn('handover_id', 'text', (c) => c.references('handovers.id'))
    .addColumn('kind', 'text', (c) =>
      c
        .notNull()
        .check(sql`kind in ('reuse', 'pipeline_in', 'pipeline_out', 'became_waste', 'reversal', 'correction')`),
    )
    .addColumn('sign', 'integer', (c) => c.notNull().check(sql`sign in (1, -1)`))
    .addColumn('low_g', 'bigint', (c) => c.notNull())
    .addColumn('typ_g', 'bigint', (c) => c.notNull())
    .addColumn('high_g', 'bigint', (c) => c.notNull())
    .addColumn('grade', 'text', (c) => c.notNull().check(sql`grade in ('A', 'B', 'C', 'D')`))
    .addColumn('method', 'text', (c) => c.notNull())
    .addColumn('weight_reference', 'text', (c) => c.notNull())
    .addColumn('weight_reference_version', 'text', (c) => c.notNull())
    .addColumn('quantity', 'integer', (c) => c.notNull().check(sql`quantity > 0`))
    .addColumn('unit', 'text', (c) => c.notNull())
    .addColumn('eu_category', 'text', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('material_key', 'text', (c) => c.notNull())
    .addColumn('giver_party', 'text', (c) => c.notNull().references('ledger_parties.id'))
    .addColumn('taker_party', 'text', (c) => c.notNull().references('ledger_parties.id'))
    .addColumn('taker_type', 'text', (c) => c.notNull().check(sql`taker_type in ('end_user', 'intermediary')`))
    .addColumn('municipality_istat', 'text', (c) => c.notNull())
    .addColumn('effective_at', 'text', (c) => c.notNull())
    .addColumn('recorded_at', 'text', (c) => c.notNull())
    .addColumn('recorded_by_party', 'text', (c) => c.notNull().references('ledger_parties.id'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('reverses_id', 'text', (c) => c.unique().references('mass_ledger.id'))
    .addColumn('evidence_hash', 'text', (c) => c.notNull())
    .addColumn('previous_hash', 'text', (c) => c.notNull().unique())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addCheckConstraint('mass_ledger_range', sql`low_g > 0 and low_g <= typ_g and typ_g <= high_g`)
    .addCheckConstraint('mass_ledger_two_parties', sql`giver_party <> taker_party`)
    .addCheckConstraint('mass_ledger_in_time', sql`effective_at <= recorded_at`)
    .addCheckConstraint(
      'mass_ledger_reversals',
      sql`(kind = 'reversal') = (sign = -1) and (kind = 'reversal') = (reverses_id is not null)`,
    )
    .execute()
  await sql`create unique index if not exists mass_ledger_once on mass_ledger (handover_id) where kind = 'reuse'`.execute(
    db,
  )
  await schema.createIndex('mass_ledger_by_listing').ifNotExists().on('mass_ledger').column('listing_id').execute()
  await schema.createIndex('mass_ledger_by_giver').ifNotExists().on('mass_ledger').column('giver_party').execute()
  await schema.createIndex('mass_ledger_by_taker').ifNotExists().on('mass_ledger').column('taker_party').execute()
}
