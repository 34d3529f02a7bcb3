import type { Trx } from '#db/database.ts'
import type { HandoverRow, MassLedgerRow, WeighRecordRow } from '#db/schema/handovers.ts'
import { type Act, coordinates } from '../act.ts'
import { findClaim } from '../claims/find-claim.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import { appendEntry } from './append-entry.server.ts'
import { correctArrival, lotOfArrival } from './arrive-in-stock.server.ts'
import type { CorrectionReason } from './correction-reason.ts'
import { entriesOfHandover, findHandover, weighRecordsOf } from './find-handover.server.ts'
import { postHandover } from './handover-entry.server.ts'
import { countSurplus, leaveStock, lotOfLeaving } from './leave-stock.server.ts'
import { lockStockLot } from './move-stock.server.ts'
import { bestOf, isWeighed, standing, type Weighing } from './weigh-record.ts'
import { writeWeighRecord } from './write-weigh-record.server.ts'

/**
 * Puts a confirmed handover's weight right: an exact reversal of what was posted, then a new entry, both with the reason.
 * Staff only. Grade E takes the kilograms out and puts none in. The old weigh record is voided by the new, never changed.
 */
export async function correctHandover(
  trx: Trx,
  act: Act,
  handoverId: string,
  weighing: Weighing,
  reason: CorrectionReason,
) {
  const handover = await findHandover(trx, handoverId)
  const claim = handover && (await findClaim(trx, handover.claim_id))
  if (!handover || !claim) return refused('no-such-handover')
  if (!coordinates(act.by, claim.hub_id)) return refused('not-yours')
  if (act.by.id === handover.giver_id || act.by.id === handover.taker_id) return refused('both-sides')
  if (!(await waitForTurn(trx, handoverId))) return refused('not-confirmed')

  const known = bestOf(standing(await weighRecordsOf(trx, handoverId)))
  if (known?.grade === weighing.grade && known.typ_g === weighing.typ_g) return refused('nothing-to-correct')
  const before = await entriesOfHandover(trx, handover)
  await reverseLive(trx, act, before, reason)
  const record = await writeWeighRecord(trx, act, handover, weighing, known?.id ?? null)
  const posted = await postAgain(trx, act, { handover, record, why: whyOf(reason, before.length > 0) })
  if (isRefusal(posted)) return posted
  return posted.entry ? { handover, entry: posted.entry } : { handover }
}

type Again = { handover: HandoverRow; record: WeighRecordRow; why: ReturnType<typeof whyOf> }

/** Posts what is right, and moves the stock it came from or went to by the difference: both stay what the ledger says. */
async function postAgain(trx: Trx, act: Act, { handover, record, why }: Again) {
  const weighed = isWeighed(record) ? record : undefined
  const isUndone = !weighed && why.reason === 'not_collected'
  const quantity = isUndone ? 0 : handover.quantity
  const said = { quantity, grams: weighed?.typ_g ?? 0, grade: weighed?.grade ?? ('E' as const) }
  const key = `corrected:${record.id}`
  const [left, arrived] = [await lotOfLeaving(trx, handover.id), await lotOfArrival(trx, handover.id)]
  const from = left && (await lockStockLot(trx, left.lot_id))
  const out = from && { handover, lotId: from.id, said, key: `${key}:out` }
  if (out) await countSurplus(trx, act, out)
  const posted = weighed && (await postHandover(trx, act, handover, weighed, { ...why, from }))
  if (out) await leaveStock(trx, act, out, { kind: 'corrected', entry: posted?.out, reason: why.reason })
  if (arrived) {
    const correction = { said, entry: posted?.entry, key, handover_id: handover.id, reason: why.reason }
    const corrected = await correctArrival(trx, act, arrived.lot_id, correction)
    if (isRefusal(corrected)) return corrected
  }
  return { entry: posted?.entry }
}

// An update that changes nothing still makes a second correction of the same handover wait for the first.
async function waitForTurn(trx: Trx, handoverId: string) {
  const same = trx.updateTable('handovers').set({ state: 'confirmed' }).where('id', '=', handoverId)
  return (await same.where('state', '=', 'confirmed').returning('id').executeTakeFirst()) !== undefined
}

function whyOf(reason: CorrectionReason, isLater: boolean) {
  return isLater ? { reason, kind: 'correction' as const } : { reason }
}

async function reverseLive(trx: Trx, act: Act, entries: readonly MassLedgerRow[], reason: string) {
  const reversed = new Set(entries.map(({ reverses_id }) => reverses_id))
  for (const entry of entries) {
    if (entry.kind === 'reversal' || reversed.has(entry.id)) continue
    const { seq: _seq, id, recorded_at: _recorded, previous_hash: _previous, hash: _hash, ...facts } = entry
    await appendEntry(trx, act, { ...facts, kind: 'reversal', sign: -1, reverses_id: id, reason })
  }
}
