import { type Kysely, sql } from 'kysely'
import { addColumns } from '../add-columns.ts'

export async function up(db: Kysely<unknown>) {
  await addColumns(db, 'notices', [
    ['topic', 'text', (c) => c.notNull().defaultTo('claims')],
    // 'now' has a mail of its own, 'digest' waits for the next digest, 'none' stays in the app.
    ['mail_plan', 'text', (c) => c.notNull().defaultTo('none')],
    ['digest_mail_id', 'text'],
  ])
  await addColumns(db, 'mails', [
    ['topic', 'text', (c) => c.notNull().defaultTo('account')],
    ['notice_id', 'text'],
  ])
  await sql`create index if not exists notices_for_digest on notices (member_id) where mail_plan = 'digest' and digest_mail_id is null`.execute(
    db,
  )
  await choices(db)
  await pushing(db)
  await sql`create index if not exists pushes_due on pushes (next_try_at) where carried_at is null and given_up_at is null`.execute(
    db,
  )
}

async function choices({ schema }: Kysely<unknown>) {
  await schema
    .createTable('notice_settings')
    .ifNotExists()
    .addColumn('member_id', 'text', (c) => c.primaryKey().references('members.id'))
    .addColumn('quiet_from', 'text', (c) => c.notNull().defaultTo('22:00'))
    .addColumn('quiet_to', 'text', (c) => c.notNull().defaultTo('07:00'))
    .addColumn('digest_hour', 'integer', (c) => c.notNull().defaultTo(8).check(sql`digest_hour between 0 and 23`))
    .addColumn('unsubscribe_key', 'text', (c) => c.notNull().unique())
    .execute()
  await schema
    .createTable('notice_choices')
    .ifNotExists()
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('mail', 'text', (c) => c.notNull().check(sql`mail in ('now', 'digest', 'never')`))
    .addColumn('push', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('notice_choices_key', ['member_id', 'topic'])
    .execute()
}

async function pushing({ schema }: Kysely<unknown>) {
  await schema
    .createTable('push_subscriptions')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('endpoint', 'text', (c) => c.notNull().unique())
    .addColumn('p256dh', 'text', (c) => c.notNull())
    .addColumn('auth', 'text', (c) => c.notNull())
    .addColumn('device', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('made_at', 'text', (c) => c.notNull())
    .execute()
  await schema
    .createIndex('push_subscriptions_by_member')
    .ifNotExists()
    .on('push_subscriptions')
    .column('member_id')
    .execute()
  await schema
    .createTable('pushes')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('notice_id', 'text', (c) => c.notNull().references('notices.id').onDelete('cascade'))
    .addColumn('subscription_id', 'text', (c) => c.notNull().references('push_subscriptions.id').onDelete('cascade'))
    .addColumn('written_at', 'text', (c) => c.notNull())
    .addColumn('next_try_at', 'text', (c) => c.notNull())
    .addColumn('tries', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('carried_at', 'text')
    .addColumn('given_up_at', 'text')
    .addColumn('last_problem', 'text')
    .addUniqueConstraint('pushes_once', ['notice_id', 'subscription_id'])
    .execute()
  await schema
    .createTable('instance_keys')
    .ifNotExists()
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('public_key', 'text', (c) => c.notNull())
    .addColumn('private_key', 'text', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .execute()
}
