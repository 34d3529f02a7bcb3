import type { Trx } from '#db/database.ts'
import type { MassLedgerRow } from '#db/schema/handovers.ts'
import { type Act, coordinates } from '../act.ts'
import { findClaim } from '../claims/find-claim.server.ts'
import { refused } from '../refusal.ts'
import { appendEntry } from './append-entry.server.ts'
import type { CorrectionReason } from './correction-reason.ts'
import { entriesOfHandover, findHandover, weighRecordsOf } from './find-handover.server.ts'
import { postHandover } from './handover-entry.server.ts'
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
  await reverseLast(trx, act, before, reason)
  const record = await writeWeighRecord(trx, act, handover, weighing, known?.id ?? null)
  const entry = isWeighed(record)
    ? await postHandover(trx, act, handover, record, whyOf(reason, before.length > 0))
    : undefined
  return entry ? { handover, entry } : { handover }
}

// An update that changes nothing still makes a second correction of the same handover wait for the first.
async function waitForTurn(trx: Trx, handoverId: string) {
  const same = trx.updateTable('handovers').set({ state: 'confirmed' }).where('id', '=', handoverId)
  return (await same.where('state', '=', 'confirmed').returning('id').executeTakeFirst()) !== undefined
}

function whyOf(reason: CorrectionReason, isLater: boolean) {
  return isLater ? { reason, kind: 'correction' as const } : { reason }
}

async function reverseLast(trx: Trx, act: Act, entries: readonly MassLedgerRow[], reason: string) {
  const last = entries.at(-1)
  if (!last || last.kind === 'reversal') return
  const { seq: _seq, id, recorded_at: _recorded, previous_hash: _previous, hash: _hash, ...facts } = last
  await appendEntry(trx, act, { ...facts, kind: 'reversal', sign: -1, reverses_id: id, reason })
}
