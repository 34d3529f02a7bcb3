import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('members')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('email', 'text', (c) => c.notNull().unique().check(sql`email = lower(email)`))
    .addColumn('email_verified_at', 'text')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('password_hash', 'text')
    .addColumn('locale', 'text', (c) => c.notNull().check(sql`locale in ('it', 'en')`))
    .addColumn('is_admin', 'integer', (c) => c.notNull().defaultTo(0).check(sql`is_admin in (0, 1)`))
    .addColumn('joined_at', 'text', (c) => c.notNull())
    .addColumn('erased_at', 'text')
    .execute()
  await schema
    .createTable('sessions')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('seen_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('revoked_at', 'text')
    .addColumn('device', 'text', (c) => c.notNull())
    .execute()
  await schema.createIndex('sessions_by_member').ifNotExists().on('sessions').column('member_id').execute()
  await schema
    .createTable('member_links')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.references('members.id'))
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('verify_email', 'reset_password', 'first_admin')`))
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('expires_at', 'text', (c) => c.notNull())
    .addColumn('used_at', 'text')
    .execute()
  await schema
    .createTable('organisations')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) =>
      c.notNull().check(sql`kind in ('company', 'association', 'workshop', 'school', 'public_body')`),
    )
    .addColumn('vat_number', 'text', (c) => c.unique())
    .addColumn('about', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('registered_at', 'text', (c) => c.notNull())
    .execute()
  await schema
    .createTable('memberships')
    .ifNotExists()
    .addColumn('organisation_id', 'text', (c) => c.notNull().references('organisations.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('role', 'text', (c) => c.notNull().check(sql`role in ('owner', 'staff')`))
    .addColumn('since', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('memberships_key', ['organisation_id', 'member_id'])
    .execute()
  await schema.createIndex('memberships_by_member').ifNotExists().on('memberships').column('member_id').execute()
}
