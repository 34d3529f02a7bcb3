import type { Db } from '#db/database.ts'
import type { MassLedgerRow } from '#db/schema/handovers.ts'
import { ledgerHeader, publishedLine } from './ledger-entry.ts'

const batchSize = 1000

/** No ledger is longer: `seq` is a 32-bit integer on PostgreSQL. */
export const toTheEnd = 2_147_483_647

/** Where the ledger ends: the number and the hash of the last entry; 0 and '' while it is empty. */
export async function ledgerHead(db: Db) {
  return db.selectFrom('ledger_head').select(['seq', 'hash']).where('id', '=', 1).executeTakeFirstOrThrow()
}

/** All entries up to `last` in order, a thousand at a time, so that no ledger is too long to read. */
export async function* ledgerBatches(db: Db, last: number): AsyncGenerator<MassLedgerRow[]> {
  for (let after = 0; after < last; ) {
    const batch = await db
      .selectFrom('mass_ledger')
      .selectAll()
      .where('seq', '>', after)
      .where('seq', '<=', last)
      .orderBy('seq')
      .limit(batchSize)
      .execute()
    if (batch.length === 0) return
    yield batch
    after = batch.at(-1)?.seq ?? last
  }
}

/** The published file, piece by piece: its header, then a line for each entry up to `last`. */
export async function* ledgerFile(db: Db, last: number): AsyncGenerator<string> {
  yield `${ledgerHeader}\n`
  for await (const batch of ledgerBatches(db, last)) yield batch.map((entry) => `${publishedLine(entry)}\n`).join('')
}

/**
 * The seal of the months before `instant`: the last entry recorded until then. Whoever noted its hash can tell later that
 * nothing before it was changed.
 */
export function sealBefore(db: Db, instant: string) {
  return db
    .selectFrom('mass_ledger')
    .select(['seq', 'hash', 'recorded_at'])
    .where('recorded_at', '<', instant)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}
