import { type Kysely, sql } from 'kysely'

export async function up({ schema }: Kysely<unknown>) {
  await slots(schema)
  await bookings(schema)
  await availability(schema)
  await collections(schema)
  await schema
    .createTable('calendar_feeds')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('hub_id', 'text', (c) => c.references('hubs.id'))
    .addColumn('feed_key', 'text', (c) => c.notNull().unique())
    .addColumn('opened_at', 'text', (c) => c.notNull())
    .execute()
  await schema
    .createIndex('calendar_feeds_once')
    .ifNotExists()
    .on('calendar_feeds')
    .expression(sql`member_id, coalesce(hub_id, '')`)
    .unique()
    .execute()
}

type Schema = Kysely<unknown>['schema']

const kind = sql`kind in ('drop_off', 'pickup')`
const weekday = sql`weekday in ('mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun')`

async function slots(schema: Schema) {
  await schema
    .createTable('slot_series')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('hub_id', 'text', (c) => c.notNull().references('hubs.id'))
    .addColumn('kind', 'text', (c) => c.notNull().check(kind))
    .addColumn('weekday', 'text', (c) => c.notNull().check(weekday))
    .addColumn('from_time', 'text', (c) => c.notNull())
    .addColumn('to_time', 'text', (c) => c.notNull())
    .addColumn('every_minutes', 'integer', (c) => c.notNull().check(sql`every_minutes between 10 and 480`))
    .addColumn('capacity', 'integer', (c) => c.notNull().check(sql`capacity between 1 and 200`))
    .addColumn('starts_on', 'text', (c) => c.notNull())
    .addColumn('ends_on', 'text')
    .addColumn('made_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addCheckConstraint('slot_series_in_order', sql`from_time < to_time`)
    .execute()
  await schema.createIndex('slot_series_by_hub').ifNotExists().on('slot_series').column('hub_id').execute()
  await schema
    .createTable('slots')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('hub_id', 'text', (c) => c.notNull().references('hubs.id'))
    .addColumn('kind', 'text', (c) => c.notNull().check(kind))
    .addColumn('series_id', 'text', (c) => c.references('slot_series.id'))
    .addColumn('starts_at', 'text', (c) => c.notNull())
    .addColumn('ends_at', 'text', (c) => c.notNull())
    .addColumn('capacity', 'integer', (c) => c.notNull().check(sql`capacity > 0`))
    .addColumn('booked', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('closed_at', 'text')
    .addColumn('close_reason', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('offered_by', 'text', (c) => c.notNull().references('members.id'))
    .addUniqueConstraint('slots_once', ['hub_id', 'kind', 'starts_at'])
    .addCheckConstraint('slots_not_overbooked', sql`booked >= 0 and booked <= capacity`)
    .addCheckConstraint('slots_in_order', sql`starts_at < ends_at`)
    .execute()
}

async function bookings(schema: Schema) {
  await schema
    .createTable('slot_bookings')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('slot_id', 'text', (c) => c.notNull().references('slots.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('pickup_id', 'text', (c) => c.references('pickups.id'))
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('is_open', 'integer', (c) => c.notNull().check(sql`is_open in (0, 1)`))
    .addColumn('booked_at', 'text', (c) => c.notNull())
    .addColumn('released_at', 'text')
    .addColumn('release_reason', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('calendar_uid', 'text', (c) => c.notNull())
    .addColumn('calendar_sequence', 'integer', (c) => c.notNull())
    .addCheckConstraint('slot_bookings_released', sql`(is_open = 1) = (released_at is null)`)
    .execute()
  const once = schema.createIndex('slot_bookings_once').ifNotExists().unique().on('slot_bookings')
  await once.columns(['slot_id', 'member_id']).where(sql.ref('is_open'), '=', sql.lit(1)).execute()
  const forPickup = schema.createIndex('slot_bookings_of_pickup').ifNotExists().unique().on('slot_bookings')
  await forPickup.column('pickup_id').where(sql.ref('is_open'), '=', sql.lit(1)).execute()
  const byMember = schema.createIndex('slot_bookings_by_member').ifNotExists().on('slot_bookings')
  await byMember.columns(['member_id', 'booked_at']).execute()
}

async function availability(schema: Schema) {
  const oneOf = sql`(listing_id is null) <> (place_id is null)`
  await schema
    .createTable('availability_hours')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('listing_id', 'text', (c) => c.references('listings.id'))
    .addColumn('place_id', 'text', (c) => c.references('places.id'))
    .addColumn('weekday', 'text', (c) => c.notNull().check(weekday))
    .addColumn('from_time', 'text', (c) => c.notNull())
    .addColumn('to_time', 'text', (c) => c.notNull())
    .addCheckConstraint('availability_hours_of_one', oneOf)
    .addCheckConstraint('availability_hours_in_order', sql`from_time < to_time`)
    .execute()
  await schema
    .createTable('availability_days')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('listing_id', 'text', (c) => c.references('listings.id'))
    .addColumn('place_id', 'text', (c) => c.references('places.id'))
    .addColumn('day', 'text', (c) => c.notNull())
    /** «9–13, 15–19» as places/opening.ts writes it; '' for a day nobody is there. */
    .addColumn('spans', 'text', (c) => c.notNull())
    .addCheckConstraint('availability_days_of_one', oneOf)
    .execute()
  for (const table of ['availability_hours', 'availability_days'])
    for (const column of ['listing_id', 'place_id'])
      await schema.createIndex(`${table}_by_${column}`).ifNotExists().on(table).column(column).execute()
}

async function collections(schema: Schema) {
  await schema
    .createTable('collections')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('hub_id', 'text', (c) => c.notNull().references('hubs.id'))
    .addColumn('organisation_id', 'text', (c) => c.notNull().references('organisations.id'))
    .addColumn('place_id', 'text', (c) => c.references('places.id'))
    .addColumn('rhythm', 'text', (c) => c.notNull().check(sql`rhythm in ('weekly', 'fortnightly', 'monthly')`))
    .addColumn('weekday', 'text', (c) => c.notNull().check(weekday))
    /** Which one of its month, 1 to 4, or 5 for the last. Monthly ones only. */
    .addColumn('nth', 'integer', (c) => c.check(sql`nth between 1 and 5`))
    .addColumn('from_time', 'text', (c) => c.notNull())
    .addColumn('to_time', 'text', (c) => c.notNull())
    .addColumn('starts_on', 'text', (c) => c.notNull())
    .addColumn('ends_on', 'text')
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('made_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addCheckConstraint('collections_in_order', sql`from_time < to_time`)
    .addCheckConstraint('collections_nth', sql`(rhythm = 'monthly') = (nth is not null)`)
    .execute()
  await schema.createIndex('collections_by_hub').ifNotExists().on('collections').column('hub_id').execute()
  await schema
    .createTable('collection_changes')
    .ifNotExists()
    .addColumn('collection_id', 'text', (c) => c.notNull().references('collections.id'))
    .addColumn('day', 'text', (c) => c.notNull())
    /** Null when that one is skipped. */
    .addColumn('moved_to', 'text')
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('changed_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('changed_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('collection_changes_key', ['collection_id', 'day'])
    .execute()
}
