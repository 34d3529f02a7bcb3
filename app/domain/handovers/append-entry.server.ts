import { createHash } from 'node:crypto'
import type { Trx } from '#db/database.ts'
import type { MassLedgerRow } from '#db/schema/handovers.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { canonicalLine } from './ledger-entry.ts'

export type EntryFacts = Omit<MassLedgerRow, 'seq' | 'id' | 'recorded_at' | 'previous_hash' | 'hash'>

/**
 * Adds an entry to the mass ledger and chains it to the one before. The only writer of `mass_ledger`: nothing else may.
 * Moving the head first makes every other writer wait, so that numbers have no gaps and each hash follows the last.
 */
export async function appendEntry(trx: Trx, act: Act, facts: EntryFacts): Promise<MassLedgerRow> {
  const head = await trx
    .updateTable('ledger_head')
    .set((eb) => ({ seq: eb('seq', '+', 1) }))
    .where('id', '=', 1)
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow()
  const unsealed = { ...facts, seq: head.seq, id: newId(), recorded_at: act.at, previous_hash: head.hash }
  const entry = { ...unsealed, hash: sealOf(canonicalLine(unsealed)) }
  await trx.insertInto('mass_ledger').values(entry).execute()
  await trx.updateTable('ledger_head').set({ hash: entry.hash }).where('id', '=', 1).execute()
  return entry
}

/** Lower-case hex of the SHA-256 of a text in UTF-8. */
export function sealOf(text: string) {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
