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
