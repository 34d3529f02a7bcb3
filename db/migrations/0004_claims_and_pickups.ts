import { type Kysely, sql } from 'kysely'

const claimStates = sql`state in ('requested', 'waitlisted', 'offered', 'confirmed', 'scheduled', 'collected', 'declined', 'lapsed', 'cancelled_by_claimant', 'cancelled_by_donor', 'no_show', 'superseded')`

export async function up(db: Kysely<unknown>) {
  await claims(db)
  await pickups(db)
}

async function claims(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('claims')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('listing_id', 'text', (c) => c.notNull().references('listings.id'))
    .addColumn('parent_id', 'text', (c) => c.references('claims.id'))
    .addColumn('claimant_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('organisation_id', 'text', (c) => c.references('organisations.id'))
    .addColumn('party_key', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull().check(claimStates))
    .addColumn('is_open', 'integer', (c) => c.notNull())
    .addColumn('qty_wanted', 'integer', (c) => c.notNull())
    .addColumn('qty_min', 'integer', (c) => c.notNull())
    .addColumn('qty', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('qty_done', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('days', 'text', (c) => c.notNull())
    .addColumn('transport', 'text', (c) =>
      c.notNull().check(sql`transport in ('on_foot', 'bike', 'car', 'van', 'truck', 'needs_delivery')`),
    )
    .addColumn('purpose', 'text', (c) => c.notNull())
    .addColumn('position', 'integer')
    .addColumn('requested_at', 'text', (c) => c.notNull())
    .addColumn('offered_at', 'text')
    .addColumn('offer_expires_at', 'text')
    .addColumn('confirmed_at', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('end_reason', 'text')
    .addCheckConstraint(
      'claims_quantities',
      sql`1 <= qty_min and qty_min <= qty_wanted and 0 <= qty_done and qty_done <= qty and qty <= qty_wanted`,
    )
    .addCheckConstraint(
      'claims_held_quantity',
      sql`state not in ('offered', 'confirmed', 'scheduled') or qty >= qty_min`,
    )
    .addCheckConstraint(
      'claims_open_flag',
      sql`is_open = case when state in ('requested', 'waitlisted', 'offered', 'confirmed', 'scheduled') then 1 else 0 end`,
    )
    .execute()
  await sql`create unique index if not exists claims_one_open_each on claims (listing_id, party_key) where is_open = 1 and parent_id is null`.execute(
    db,
  )
  await schema.createIndex('claims_by_listing').ifNotExists().on('claims').columns(['listing_id', 'state']).execute()
  await schema
    .createIndex('claims_by_claimant')
    .ifNotExists()
    .on('claims')
    .columns(['claimant_id', 'requested_at'])
    .execute()
  await claimEventsAndCodes(db)
}

async function claimEventsAndCodes({ schema }: Kysely<unknown>) {
  await schema
    .createTable('claim_events')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('listing_id', 'text', (c) => c.notNull().references('listings.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('from_state', 'text')
    .addColumn('to_state', 'text', (c) => c.notNull())
    .addColumn('quantity', 'integer', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.references('members.id'))
    .addColumn('via', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('details', 'text', (c) => c.notNull())
    .execute()
  await schema
    .createIndex('claim_events_by_claim')
    .ifNotExists()
    .on('claim_events')
    .columns(['claim_id', 'at'])
    .execute()
  await schema
    .createTable('handover_codes')
    .ifNotExists()
    .addColumn('claim_id', 'text', (c) => c.primaryKey().references('claims.id'))
    .addColumn('code', 'text', (c) => c.notNull())
    .addColumn('wrong_tries', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('made_at', 'text', (c) => c.notNull())
    .execute()
}

async function pickups({ schema }: Kysely<unknown>) {
  await schema
    .createTable('pickups')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('state', 'text', (c) =>
      c.notNull().check(sql`state in ('proposed', 'confirmed', 'in_progress', 'completed', 'cancelled', 'failed')`),
    )
    .addColumn('place_id', 'text', (c) => c.notNull().references('places.id'))
    .addColumn('donor_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('claimant_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('hub_id', 'text', (c) => c.references('hubs.id'))
    .addColumn('starts_at', 'text', (c) => c.notNull())
    .addColumn('ends_at', 'text', (c) => c.notNull())
    .addColumn('proposed_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('proposed_at', 'text', (c) => c.notNull())
    .addColumn('confirmed_by', 'text', (c) => c.references('members.id'))
    .addColumn('confirmed_at', 'text')
    .addColumn('ended_at', 'text')
    .addColumn('end_reason', 'text')
    .addColumn('note', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('calendar_uid', 'text', (c) => c.notNull())
    .addColumn('calendar_sequence', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('previous_id', 'text', (c) => c.references('pickups.id'))
    .addCheckConstraint('pickups_times', sql`starts_at < ends_at`)
    .addCheckConstraint('pickups_two_people', sql`confirmed_by is null or confirmed_by <> proposed_by`)
    .execute()
  await schema.createIndex('pickups_by_time').ifNotExists().on('pickups').columns(['state', 'starts_at']).execute()
  await schema
    .createTable('pickup_claims')
    .ifNotExists()
    .addColumn('pickup_id', 'text', (c) => c.notNull().references('pickups.id'))
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addPrimaryKeyConstraint('pickup_claims_key', ['pickup_id', 'claim_id'])
    .execute()
  await schema.createIndex('pickup_claims_by_claim').ifNotExists().on('pickup_claims').column('claim_id').execute()
  await schema
    .createTable('pickup_events')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('pickup_id', 'text', (c) => c.notNull().references('pickups.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('from_state', 'text')
    .addColumn('to_state', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.references('members.id'))
    .addColumn('via', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('details', 'text', (c) => c.notNull())
    .execute()
  await schema
    .createIndex('pickup_events_by_pickup')
    .ifNotExists()
    .on('pickup_events')
    .columns(['pickup_id', 'at'])
    .execute()
}
