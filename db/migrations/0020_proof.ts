import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { addColumns } from '../add-columns.ts'

export async function up(db: Kysely<unknown>) {
  await codes(db)
  await recorded(db)
  await pictures(db)
  await answered(db)
  await sendings(db)
}

/** Codes in use stay good until they are used; beside them stands the secret that everything else is made from. */
async function codes(db: Kysely<unknown>) {
  await addColumns(db, 'handover_codes', [
    ['secret', 'text', (c) => c.notNull().defaultTo('')],
    ['giver_wrong_tries', 'integer', (c) => c.notNull().defaultTo(0)],
  ])
  const bare = await sql<{ claim_id: string }>`select claim_id from handover_codes where secret = ''`.execute(db)
  for (const { claim_id } of bare.rows) {
    const secret = randomBytes(32).toString('base64url')
    await sql`update handover_codes set secret = ${secret} where claim_id = ${claim_id} and secret = ''`.execute(db)
  }
}

/** Who stood where, what proves that the other was there, and until when the other may object. */
async function recorded(db: Kysely<unknown>) {
  await addColumns(db, 'handovers', [
    ['recorded_side', 'text', (c) => c.notNull().defaultTo('giver').check(sql`recorded_side in ('giver', 'taker')`)],
    ['code_given', 'text', (c) => c.check(sql`code_given in ('scanned', 'typed')`)],
    ['proof_photo_hash', 'text'],
    ['object_by', 'text'],
    ['details', 'text', (c) => c.notNull().defaultTo('')],
  ])
}

/** What a clean-up of pictures asks. */
async function pictures({ schema }: Kysely<unknown>) {
  await schema
    .createIndex('handovers_by_proof_photo')
    .ifNotExists()
    .on('handovers')
    .column('proof_photo_hash')
    .execute()
}

/** Two distinct confirmations (invariant 16): of two people, or of one with a proof to which the other did not object. */
async function answered(db: Kysely<unknown>) {
  await addColumns(db, 'handovers', [
    [
      'answered_by',
      'text',
      (c) => c.references('members.id').check(sql`answered_by is null or answered_by <> recorded_by`),
    ],
  ])
  await sql`update handovers set answered_by = coalesce(
      (select max(by_id) from claim_events
        where claim_events.claim_id = handovers.claim_id and kind = 'collected' and by_id <> handovers.recorded_by),
      taker_id)
    where state = 'confirmed' and answered_by is null and recorded_by <> taker_id`.execute(db)
  await addColumns(db, 'handovers', [
    [
      'silent_side',
      'text',
      (c) =>
        c.check(sql`case when silent_side is null then state <> 'confirmed' or answered_by is not null
          else silent_side in ('giver', 'taker') and silent_side <> recorded_side and answered_by is null
            and object_by is not null and (code_given is not null or proof_photo_hash is not null) end`),
    ],
  ])
}

/** Every form that ever wrote a handover down: sent again, however late, it changes nothing. */
async function sendings(db: Kysely<unknown>) {
  await db.schema
    .createTable('handover_sendings')
    .ifNotExists()
    .addColumn('idempotency_key', 'text', (c) => c.primaryKey())
    .addColumn('handover_id', 'text', (c) => c.notNull().references('handovers.id'))
    .addColumn('sent_by', 'text', (c) => c.notNull().references('members.id'))
    .addColumn('arrived_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('handover_sendings_by_handover')
    .ifNotExists()
    .on('handover_sendings')
    .column('handover_id')
    .execute()
  await sql`insert into handover_sendings (idempotency_key, handover_id, sent_by, arrived_at)
    select idempotency_key, id, recorded_by, recorded_at from handovers where true on conflict do nothing`.execute(db)
}
