import type { Db } from '#db/database.ts'
import type { MassLedgerRow } from '#db/schema/handovers.ts'
import { sealOf } from './append-entry.server.ts'
import { type Break, type Chain, followLine, newChain } from './chain-check.server.ts'
import { isMovement, movementEvidence } from './count-difference.server.ts'
import { evidenceOf } from './handover-entry.server.ts'
import { ledgerBatches, ledgerHead, toTheEnd } from './ledger.read.server.ts'
import { ledgerHeader, publishedLine } from './ledger-entry.ts'
import { problemWithSums } from './ledger-sums.ts'

export type Verdict = { chain: Chain; broken?: Break }
type Head = { seq: number; hash: string }
type Progress = (seq: number) => void

/**
 * Recomputes the whole ledger: every hash, number and range, reversals, sums that must agree, the head, and for each
 * handover what its two people confirmed. Stops at the first break and names it.
 */
export async function verifyChain(db: Db, progress: Progress = () => undefined): Promise<Verdict> {
  const chain = newChain()
  const head = await ledgerHead(db)
  for await (const batch of ledgerBatches(db, toTheEnd)) {
    const broken = followBatch(chain, batch) ?? (await problemWithEvidence(db, batch))
    if (broken) return { chain, broken }
    progress(chain.seq)
  }
  const problem = problemWithHead(chain, head, await ledgerHead(db))
  if (problem) return { chain, broken: problem }
  return verdict(chain)
}

/** The same of the published file alone, with no database: chain, ranges, reversals and sums. */
export async function verifyFile(lines: AsyncIterable<string>, progress: Progress = () => undefined): Promise<Verdict> {
  const chain = newChain()
  let isHeader = true
  for await (const line of lines) {
    if (isHeader && line.replace(/^\uFEFF/, '') !== ledgerHeader)
      return { chain, broken: { seq: 0, id: '', problem: 'is not the header of the ledger' } }
    const broken = isHeader || line === '' ? undefined : followLine(chain, line)
    if (broken) return { chain, broken }
    isHeader = false
    if (chain.seq % 1000 === 0) progress(chain.seq)
  }
  return verdict(chain)
}

// Entries may be posted while we read: the chain must end between the head before and the head after.
function problemWithHead(chain: Chain, before: Head, after: Head): Break | undefined {
  if (before.seq > chain.seq)
    return { seq: chain.seq + 1, id: '', problem: 'is missing: the ledger ends before its head' }
  if (chain.seq > after.seq) return { seq: after.seq + 1, id: '', problem: 'is not under the head: it was not posted' }
  const isOther = [before, after].some((head) => head.seq === chain.seq && head.hash !== chain.hash)
  return isOther ? { seq: chain.seq, id: '', problem: 'is not what the head says' } : undefined
}

function verdict(chain: Chain): Verdict {
  const problem = problemWithSums(chain.sums)
  return problem ? { chain, broken: { seq: chain.seq, id: '', problem } } : { chain }
}

function followBatch(chain: Chain, batch: readonly MassLedgerRow[]) {
  for (const entry of batch) {
    const broken = followLine(chain, publishedLine(entry))
    if (broken) return broken
  }
  return undefined
}

/** Entries of handovers that nobody confirmed, or whose record was touched since. */
async function problemWithEvidence(db: Db, batch: readonly MassLedgerRow[]): Promise<Break | undefined> {
  const counted = await problemWithCounts(db, batch.filter(isMovement))
  if (counted) return counted
  const ids = batch.flatMap((entry) => entry.handover_id ?? [])
  if (ids.length === 0) return undefined
  const handovers = await db.selectFrom('handovers').selectAll().where('id', 'in', ids).execute()
  const records = await db.selectFrom('weigh_records').selectAll().where('handover_id', 'in', ids).execute()
  const byId = new Map(handovers.map((handover) => [handover.id, handover]))
  const seals = new Set<string>()
  for (const record of records) {
    const handover = byId.get(record.handover_id)
    if (handover) seals.add(sealOf(evidenceOf(handover, record)))
  }
  for (const { seq, id, handover_id, evidence_hash } of batch) {
    if (handover_id === null) continue
    if (byId.get(handover_id)?.state !== 'confirmed')
      return { seq, id, problem: 'comes from a handover that was not confirmed' }
    if (!seals.has(evidence_hash)) return { seq, id, problem: 'does not match the record of its handover' }
  }
  return undefined
}

/** Entries of a count that no stock move stands behind, or whose move says another thing. */
async function problemWithCounts(db: Db, batch: readonly MassLedgerRow[]): Promise<Break | undefined> {
  if (batch.length === 0) return undefined
  const ids = batch.map(({ id }) => id)
  const moves = await db.selectFrom('stock_moves').selectAll().where('ledger_entry_id', 'in', ids).execute()
  const seals = new Map(moves.map((move) => [move.ledger_entry_id, sealOf(movementEvidence(move))]))
  const odd = batch.find(({ id, evidence_hash }) => seals.get(id) !== evidence_hash)
  return odd && { seq: odd.seq, id: odd.id, problem: 'does not match a count of the stock' }
}
