import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>) {
  const { schema } = db
  await schema
    .createTable('messages')
    .ifNotExists()
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('from_id', 'text', (c) => c.notNull().references('members.id'))
    // Where the writer stood when they wrote: whoever leaves an organisation spoke for it all the same.
    .addColumn('side', 'text', (c) => c.notNull().check(sql`side in ('donor', 'claimant', 'coordinator')`))
    .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('text', 'question', 'answer')`))
    // For a question or an answer: which of the quick ones; the words follow the reader's language.
    .addColumn('phrase', 'text')
    .addColumn('text', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('idempotency_key', 'text', (c) => c.notNull())
    .addColumn('written_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('messages_once', ['claim_id', 'from_id', 'idempotency_key'])
    .execute()
  await schema.createIndex('messages_by_claim').ifNotExists().on('messages').columns(['claim_id', 'id']).execute()
  await schema
    .createTable('message_photos')
    .ifNotExists()
    .addColumn('message_id', 'text', (c) => c.notNull().references('messages.id'))
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('width', 'integer', (c) => c.notNull())
    .addColumn('height', 'integer', (c) => c.notNull())
    .addColumn('thumbhash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('message_photos_key', ['message_id', 'position'])
    .execute()
  await schema
    .createTable('message_reads')
    .ifNotExists()
    .addColumn('claim_id', 'text', (c) => c.notNull().references('claims.id'))
    .addColumn('member_id', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('side', 'text', (c) => c.notNull().check(sql`side in ('donor', 'claimant', 'coordinator')`))
    .addColumn('read_to', 'text', (c) => c.notNull())
    .addColumn('read_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('message_reads_key', ['claim_id', 'member_id'])
    .execute()
}
