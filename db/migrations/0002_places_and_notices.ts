import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await places(db)
  await notices(db)
}

async function places({ schema }: Kysely<unknown>) {
  await schema
    .createTable('places')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('owner_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('area', 'text', (c) => c.notNull())
    .addColumn('municipality', 'text', (c) => c.notNull())
    .addColumn('municipality_istat', 'text', (c) => c.notNull())
    .addColumn('latitude_e6', 'bigint', (c) => c.notNull().check(sql`latitude_e6 between -90000000 and 90000000`))
    .addColumn('longitude_e6', 'bigint', (c) => c.notNull().check(sql`longitude_e6 between -180000000 and 180000000`))
    .addColumn('blur_radius_m', 'integer', (c) => c.notNull().check(sql`blur_radius_m >= 0`))
    .addColumn('saved_at', 'text', (c) => c.notNull())
    .execute()
  await schema.createIndex('places_by_owner').ifNotExists().on('places').column('owner_id').execute()
  await schema
    .createIndex('places_by_point')
    .ifNotExists()
    .on('places')
    .columns(['latitude_e6', 'longitude_e6'])
    .execute()
  await schema
    .createTable('place_doors')
    .ifNotExists()
    .addColumn('place_id', 'text', (c) => c.primaryKey().references('places.id'))
    .addColumn('latitude_e6', 'bigint', (c) => c.notNull())
    .addColumn('longitude_e6', 'bigint', (c) => c.notNull())
    .addColumn('street', 'text', (c) => c.notNull())
    .addColumn('access_notes', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('phone', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
}

async function notices({ schema }: Kysely<unknown>) {
  await schema
    .createTable('notices')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('subject_id', 'text', (c) => c.notNull())
    .addColumn('event_key', 'text', (c) => c.notNull())
    .addColumn('details', 'text', (c) => c.notNull())
    .addColumn('written_at', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'text')
    .addUniqueConstraint('notices_once', ['member_id', 'event_key'])
    .execute()
  await schema
    .createIndex('notices_by_member')
    .ifNotExists()
    .on('notices')
    .columns(['member_id', 'written_at'])
    .execute()
  await schema
    .createTable('mails')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.references('members.id'))
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('locale', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('details', 'text', (c) => c.notNull())
    .addColumn('attachment', 'text')
    .addColumn('written_at', 'text', (c) => c.notNull())
    .addColumn('next_try_at', 'text', (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('carried_at', 'text')
    .addColumn('given_up_at', 'text')
    .addColumn('last_problem', 'text')
    .execute()
  await schema
    .createIndex('mails_waiting')
    .ifNotExists()
    .on('mails')
    .columns(['carried_at', 'given_up_at', 'next_try_at'])
    .execute()
  await schema
    .createTable('heartbeats')
    .ifNotExists()
    .addColumn('job', 'text', (c) => c.primaryKey())
    .addColumn('beat_at', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .execute()
}
