import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('geocoded_places')
    .ifNotExists()
    /** A digest of the text: what was typed is not kept. */
    .addColumn('asked', 'text', (c) => c.notNull())
    .addColumn('rank', 'integer', (c) => c.notNull())
    /** All null where nothing was found, which is worth remembering too. */
    .addColumn('label', 'text')
    .addColumn('latitude_e6', 'integer')
    .addColumn('longitude_e6', 'integer')
    .addColumn('municipality', 'text')
    .addColumn('municipality_istat', 'text')
    .addColumn('forget_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('geocoded_places_by_text', ['asked', 'rank'])
    .addCheckConstraint(
      'geocoded_places_whole',
      sql`(label is null) = (latitude_e6 is null) and (label is null) = (longitude_e6 is null)
        and (label is null) = (municipality is null) and (label is null) = (municipality_istat is null)`,
    )
    .execute()
  await schema
    .createIndex('geocoded_places_by_point')
    .ifNotExists()
    .on('geocoded_places')
    .columns(['latitude_e6', 'longitude_e6'])
    .execute()
  await schema.createIndex('geocoded_places_by_age').ifNotExists().on('geocoded_places').column('forget_at').execute()
  await schema
    .createTable('geocoder_turns')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('free_at', 'text', (c) => c.notNull())
    .addColumn('failures', 'integer', (c) => c.notNull())
    .execute()
  await sql`insert into geocoder_turns (id, free_at, failures) values ('street', '1970-01-01T00:00:00.000Z', 0)
    on conflict (id) do nothing`.execute(db)
}
