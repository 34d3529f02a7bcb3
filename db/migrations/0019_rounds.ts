import { type Kysely, sql } from 'kysely'
import { dialectOf } from '../dialects/dialect.server.ts'

export async function up(db: Kysely<unknown>) {
  await rounds(db)
  await stopsAndLoads(db)
  await moves(db)
  await dialectOf(db).forbidChanges(db, 'round_moves')
  await dialectOf(db).demandBalance(db)
}

async function rounds(db: Kysely<unknown>) {
  await db.schema
    .createTable('rounds')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('hub_id', 'text', (c) => c.notNull().references('hubs.id'))
    .addColumn('vehicle_id', 'text', (c) => c.notNull().references('vehicles.id'))
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) =>
      c.notNull().check(sql`state in ('draft', 'published', 'in_progress', 'closed', 'cancelled')`),
    )
    /** Grows with every change of the plan: who saves an older one is told. */
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('driver_id', 'text', (c) => c.references('members.id'))
    .addColumn('leaves_at', 'text')
    .addColumn('returns_at', 'text')
    .addColumn('lunch_at', 'text')
    .addColumn('metres', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('is_locked', 'integer', (c) => c.notNull().defaultTo(0).check(sql`is_locked in (0, 1)`))
    .addColumn('made_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('changed_at', 'text', (c) => c.notNull())
    .addColumn('published_at', 'text')
    .addColumn('started_at', 'text')
    .addColumn('ended_at', 'text')
    .addCheckConstraint('rounds_started', sql`state not in ('in_progress', 'closed') or started_at is not null`)
    .addCheckConstraint('rounds_ended', sql`(state in ('closed', 'cancelled')) = (ended_at is not null)`)
    .execute()
  await db.schema.createIndex('rounds_by_day').ifNotExists().on('rounds').columns(['hub_id', 'day']).execute()
  await sql`create unique index if not exists rounds_one_open on rounds (vehicle_id, day) where ended_at is null`.execute(
    db,
  )
}

async function stopsAndLoads(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('round_stops')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('round_id', 'text', (c) => c.notNull().references('rounds.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('collect', 'deliver', 'hub_in', 'hub_out')`))
    .addColumn('place_id', 'text', (c) => c.notNull().references('places.id'))
    .addColumn('starts_at', 'text')
    .addColumn('ends_at', 'text')
    .addColumn('is_pinned', 'integer', (c) => c.notNull().defaultTo(0).check(sql`is_pinned in (0, 1)`))
    .addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('planned', 'done', 'failed')`))
    .addColumn('failed_reason', 'text')
    .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('done_at', 'text')
    .addCheckConstraint('round_stops_failed', sql`(state = 'failed') = (failed_reason is not null)`)
    .addCheckConstraint('round_stops_done', sql`(state = 'planned') = (done_at is null)`)
    .execute()
  await schema
    .createIndex('round_stops_by_round')
    .ifNotExists()
    .on('round_stops')
    .columns(['round_id', 'position'])
    .execute()
  await schema
    .createTable('round_loads')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('stop_id', 'text', (c) => c.notNull().references('round_stops.id'))
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('collect', 'deliver', 'hub_out')`))
    .addColumn('quantity', 'integer', (c) => c.notNull().check(sql`quantity > 0`))
    .addColumn('grams', 'bigint', (c) => c.notNull().check(sql`grams >= 0`))
    .addColumn('dm3', 'integer', (c) => c.notNull().check(sql`dm3 >= 0`))
    .addColumn('longest_mm', 'integer', (c) => c.notNull().check(sql`longest_mm >= 0`))
    .addColumn('state', 'text', (c) => c.notNull().check(sql`state in ('planned', 'done', 'failed')`))
    .execute()
  await schema.createIndex('round_loads_by_stop').ifNotExists().on('round_loads').column('stop_id').execute()
  /** Nothing is fetched twice, nor brought twice. */
  await sql`create unique index if not exists round_loads_once on round_loads (claim_id, kind) where state <> 'failed'`.execute(
    db,
  )
}

async function moves(db: Kysely<unknown>) {
  await db.schema
    .createTable('round_moves')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('round_id', 'text', (c) => c.notNull().references('rounds.id'))
    .addColumn('stop_id', 'text', (c) => c.references('round_stops.id'))
    .addColumn('load_id', 'text', (c) => c.references('round_loads.id'))
    .addColumn('kind', 'text', (c) =>
      c.notNull().check(sql`kind in ('collected', 'hub_out', 'delivered', 'hub_in', 'disposed', 'difference')`),
    )
    /** Of a difference: what went aboard and left nowhere; below nothing when more left than came. */
    .addColumn('grams', 'bigint', (c) => c.notNull())
    .addColumn('quantity', 'integer', (c) => c.notNull().defaultTo(0).check(sql`quantity >= 0`))
    .addColumn('grade', 'text', (c) => c.notNull().check(sql`grade in ('A', 'B', 'C', 'D', 'E')`))
    .addColumn('reason', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('photo_hash', 'text')
    .addColumn('handover_id', 'text', (c) => c.references('handovers.id'))
    .addColumn('idempotency_key', 'text', (c) => c.notNull().unique())
    .addColumn('happened_at', 'text', (c) => c.notNull())
    .addColumn('recorded_at', 'text', (c) => c.notNull())
    .addColumn('recorded_by', 'text', (c) => c.notNull().references('members.id'))
    .addCheckConstraint(
      'round_moves_grams',
      sql`(kind = 'difference' and grams <> 0) or (kind <> 'difference' and grams >= 0)`,
    )
    .addCheckConstraint('round_moves_say_why', sql`kind not in ('difference', 'disposed') or reason <> ''`)
    .addCheckConstraint('round_moves_in_time', sql`happened_at <= recorded_at`)
    .execute()
  await sql`create index if not exists round_moves_photos on round_moves (photo_hash) where photo_hash is not null`.execute(
    db,
  )
  await db.schema.createIndex('round_moves_by_round').ifNotExists().on('round_moves').column('round_id').execute()
}
