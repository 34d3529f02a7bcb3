import type { Db } from '#db/database.ts'
import type { HandoverRow, MassLedgerRow } from '#db/schema/handovers.ts'

/** The handover of a claim, if one was ever recorded: there is at most one. */
export function handoverOfClaim(db: Db, claimId: string) {
  return db.selectFrom('handovers').selectAll().where('claim_id', '=', claimId).executeTakeFirst()
}

export function findHandover(db: Db, handoverId: string) {
  return db.selectFrom('handovers').selectAll().where('id', '=', handoverId).executeTakeFirst()
}

/** Every weigh record of a handover, the voided ones too, oldest first. */
export function weighRecordsOf(db: Db, handoverId: string) {
  return db
    .selectFrom('weigh_records')
    .selectAll()
    .where('handover_id', '=', handoverId)
    .orderBy('weighed_at')
    .orderBy('id')
    .execute()
}

/** What a handover posted, in order. By lot too, because that has an index. */
export function entriesOfHandover(db: Db, handover: Pick<HandoverRow, 'id' | 'listing_id'>): Promise<MassLedgerRow[]> {
  return db
    .selectFrom('mass_ledger')
    .selectAll()
    .where('listing_id', '=', handover.listing_id)
    .where('handover_id', '=', handover.id)
    .orderBy('seq')
    .execute()
}

/** The handover that a form wrote down, if it ever did: also one that was objected to and written again since. */
export function handoverSentAs(db: Db, idempotencyKey: string) {
  return db
    .selectFrom('handovers')
    .innerJoin('handover_sendings', 'handover_sendings.handover_id', 'handovers.id')
    .selectAll('handovers')
    .where('handover_sendings.idempotency_key', '=', idempotencyKey)
    .executeTakeFirst()
}

/** Who wrote what down and when, for whoever comes second. Quantity in base units. */
export async function earlierRecord(db: Db, handover: HandoverRow) {
  const { recorded_by, recorded_at, happened_at, quantity, id } = handover
  const recorder = await db.selectFrom('members').select('name').where('id', '=', recorded_by).executeTakeFirstOrThrow()
  return { handover_id: id, by: recorder.name, recorded_at, happened_at, quantity }
}
