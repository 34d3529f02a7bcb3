import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  await hubs(db)
  await listings(db)
  await photosAndEvents(db)
}

async function hubs({ schema }: Kysely<unknown>) {
  await schema
    .createTable('hubs')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('slug', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('opening_hours', 'text', (c) => c.notNull())
    .addColumn('place_id', 'text', (c) => c.notNull().references('places.id'))
    .addColumn('opened_at', 'text', (c) => c.notNull())
    .execute()
  await schema
    .createTable('hub_coordinators')
    .ifNotExists()
    .addColumn('hub_id', 'text', (c) => c.notNull().references('hubs.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('since', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('hub_coordinators_key', ['hub_id', 'member_id'])
    .execute()
}

async function listings({ schema }: Kysely<unknown>) {
  await schema
    .createTable('listings')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('code', 'text', (c) => c.unique())
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('offer', 'wanted')`))
    .addColumn('state', 'text', (c) =>
      c.notNull().check(sql`state in ('draft', 'in_review', 'live', 'paused', 'closed')`),
    )
    .addColumn('closed_reason', 'text', (c) =>
      c.check(sql`closed_reason in ('done', 'withdrawn', 'expired', 'refused', 'removed')`),
    )
    .addColumn('donor_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('organisation_id', 'text', (c) => c.references('organisations.id'))
    .addColumn('hub_id', 'text', (c) => c.references('hubs.id'))
    .addColumn('title', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('description', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('material_key', 'text')
    .addColumn('search_text', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('unit', 'text', (c) => c.notNull().check(sql`unit in ('piece', 'g', 'mm', 'cm2', 'dm3')`))
    .addColumn('total', 'integer', (c) => c.notNull().check(sql`total > 0`))
    .addColumn('held', 'integer', (c) => c.notNull().defaultTo(0).check(sql`held >= 0`))
    .addColumn('collected', 'integer', (c) => c.notNull().defaultTo(0).check(sql`collected >= 0`))
    .addColumn('written_off', 'integer', (c) => c.notNull().defaultTo(0).check(sql`written_off >= 0`))
    .addColumn('min_claim', 'integer', (c) => c.notNull().defaultTo(1).check(sql`min_claim >= 1`))
    .addColumn('piece_length_mm', 'integer', (c) => c.check(sql`piece_length_mm > 0`))
    .addColumn('piece_width_mm', 'integer', (c) => c.check(sql`piece_width_mm > 0`))
    .addColumn('piece_thickness_mm', 'integer', (c) => c.check(sql`piece_thickness_mm > 0`))
    .addColumn('condition', 'text', (c) => c.check(sql`condition in ('new', 'good', 'worn', 'to_repair')`))
    .addColumn('weight_grade', 'text', (c) =>
      c.notNull().defaultTo('E').check(sql`weight_grade in ('A', 'B', 'C', 'D', 'E')`),
    )
    .addColumn('weight_low_g', 'bigint')
    .addColumn('weight_typ_g', 'bigint')
    .addColumn('weight_high_g', 'bigint')
    .addColumn('weight_method', 'text')
    .addColumn('weight_reference', 'text')
    .addColumn('weight_reference_version', 'text')
    .addColumn('weight_photo_hash', 'text')
    .addColumn('place_id', 'text', (c) => c.references('places.id'))
    .addColumn('available_from', 'text')
    .addColumn('must_go_by', 'text')
    .addColumn('floor', 'integer')
    .addColumn('has_lift', 'integer', (c) => c.notNull().defaultTo(0).check(sql`has_lift in (0, 1)`))
    .addColumn('van_access', 'integer', (c) => c.notNull().defaultTo(0).check(sql`van_access in (0, 1)`))
    .addColumn('help_to_load', 'integer', (c) => c.notNull().defaultTo(0).check(sql`help_to_load in (0, 1)`))
    .addColumn('allocation_rule', 'text', (c) =>
      c.notNull().defaultTo('donor_picks').check(sql`allocation_rule in ('fair_window', 'donor_picks', 'first_come')`),
    )
    .addColumn('window_closes_at', 'text')
    .addColumn('origin', 'text', (c) =>
      c.check(sql`origin in ('household', 'unused_stock', 'used_good', 'by_product')`),
    )
    .addColumn('declared_at', 'text')
    .addColumn('drafted_at', 'text', (c) => c.notNull())
    .addColumn('revised_at', 'text', (c) => c.notNull())
    .addColumn('published_at', 'text')
    .addColumn('closed_at', 'text')
    .addCheckConstraint('listings_never_oversold', sql`held + collected + written_off <= total`)
    .addCheckConstraint(
      'listings_weight_range',
      sql`(weight_grade = 'E' and weight_typ_g is null) or (weight_low_g > 0 and weight_low_g <= weight_typ_g and weight_typ_g <= weight_high_g)`,
    )
    .addCheckConstraint('listings_closed_says_why', sql`(state = 'closed') = (closed_reason is not null)`)
    .addCheckConstraint('listings_dates', sql`available_from <= must_go_by`)
    .execute()
  await listingIndexes({ schema })
}

async function listingIndexes({ schema }: Pick<Kysely<unknown>, 'schema'>) {
  await schema
    .createIndex('listings_by_state')
    .ifNotExists()
    .on('listings')
    .columns(['state', 'published_at'])
    .execute()
  await schema.createIndex('listings_by_donor').ifNotExists().on('listings').column('donor_id').execute()
  await schema.createIndex('listings_by_organisation').ifNotExists().on('listings').column('organisation_id').execute()
  await schema.createIndex('listings_by_place').ifNotExists().on('listings').column('place_id').execute()
  await schema
    .createIndex('listings_by_deadline')
    .ifNotExists()
    .on('listings')
    .columns(['state', 'must_go_by'])
    .execute()
}

async function photosAndEvents({ schema }: Kysely<unknown>) {
  await schema
    .createTable('photos')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('listing_id', 'text', (c) => c.notNull().references('listings.id'))
    .addColumn('position', 'integer', (c) => c.notNull().check(sql`position >= 0`))
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('width', 'integer', (c) => c.notNull())
    .addColumn('height', 'integer', (c) => c.notNull())
    .addColumn('thumbhash', 'text', (c) => c.notNull())
    .addColumn('alt', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('added_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('added_at', 'text', (c) => c.notNull())
    .execute()
  await schema.createIndex('photos_by_listing').ifNotExists().on('photos').columns(['listing_id', 'position']).execute()
  await schema.createIndex('photos_by_hash').ifNotExists().on('photos').column('hash').execute()
  await schema
    .createTable('listing_events')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('listing_id', 'text', (c) => c.notNull().references('listings.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('from_state', 'text')
    .addColumn('to_state', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.references('members.id'))
    .addColumn('via', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('details', 'text', (c) => c.notNull())
    .execute()
  await schema
    .createIndex('listing_events_by_listing')
    .ifNotExists()
    .on('listing_events')
    .columns(['listing_id', 'at'])
    .execute()
}
