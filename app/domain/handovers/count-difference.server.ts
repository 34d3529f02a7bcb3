import type { Trx } from '#db/database.ts'
import type { MassLedgerRow, StockLotRow, StockMoveRow } from '#db/schema/handovers.ts'
import type { Grade } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { material } from '../listings/material.ts'
import { gradeBand } from '../listings/weight-grade.ts'
import { appendEntry, sealOf } from './append-entry.server.ts'
import { outside } from './ledger-entry.ts'
import { hubParty, ledgerParty } from './ledger-party.server.ts'
import { moveStock } from './move-stock.server.ts'

export type Difference = {
  /** Signed, in base units of the lot. */
  quantity: number
  /** Signed whole grams. */
  grams: number
  /** How the difference is known. */
  grade: Grade
  kind: 'counted' | 'written_off'
  reason: string
  key: string
}

/**
 * What a hub has more or less of than was written, as a line of its own with its reason: a stock move, and in the ledger a
 * movement between the hub and what is outside it. Undefined when the lot holds less than is taken off, or when this was
 * written before.
 */
export async function countDifference(trx: Trx, act: Act, lot: StockLotRow, difference: Difference) {
  const { quantity, grams, grade, kind, reason, key } = difference
  const move = { id: newId(), lot_id: lot.id, kind, quantity, grams, reason, by_id: act.by.id, at: act.at }
  // The entry waits for the ledger's head: whether it can be at all is settled before.
  if (lot.quantity + quantity < 0 || lot.grams + grams < 0) return undefined
  const entry = grams === 0 ? undefined : await postMovement(trx, act, lot, { ...move, grade })
  return moveStock(trx, act, lot.id, {
    id: move.id,
    kind,
    quantity,
    grams,
    reason,
    idempotency_key: key,
    ledger_entry_id: entry?.id ?? null,
    ...(lot.grade === 'E' && grams > 0 ? { grade } : {}),
  })
}

type Moved = Pick<StockMoveRow, 'id' | 'lot_id' | 'kind' | 'quantity' | 'grams' | 'reason' | 'by_id' | 'at'>

async function postMovement(trx: Trx, act: Act, lot: StockLotRow, move: Moved & { grade: Grade }) {
  const hub_party = await hubParty(trx, act, lot.hub_id)
  const isIn = move.grams > 0
  const grade = move.grade === 'E' ? 'D' : move.grade
  const { low, typ, high } = gradeBand(grade, Math.abs(move.grams))
  return appendEntry(trx, act, {
    listing_id: lot.origin_listing_id,
    parent_listing_id: null,
    handover_id: null,
    kind: isIn ? 'pipeline_in' : move.kind === 'written_off' ? 'became_waste' : 'pipeline_out',
    sign: 1,
    low_g: low,
    typ_g: typ,
    high_g: high,
    grade,
    method: 'stock count',
    weight_reference: '',
    weight_reference_version: '',
    quantity: Math.abs(move.quantity) || lot.quantity || 1,
    unit: lot.unit,
    eu_category: material(lot.material_key)?.eu_category ?? 'other',
    channel: 'stock_count',
    material_key: lot.material_key,
    giver_party: isIn ? outside : hub_party,
    taker_party: isIn ? hub_party : outside,
    taker_type: 'intermediary',
    municipality_istat: await municipalityOf(trx, lot.hub_id),
    effective_at: act.at,
    recorded_by_party: await ledgerParty(trx, act, { member_id: act.by.id, organisation_id: null }),
    reason: move.reason,
    reverses_id: null,
    evidence_hash: sealOf(movementEvidence(move)),
  })
}

/** What somebody counted, as one text. Its hash in the ledger shows later that it was not touched. */
export function movementEvidence({ id, lot_id, kind, quantity, grams, reason, by_id, at }: Moved) {
  return JSON.stringify([id, lot_id, kind, quantity, grams, reason, by_id, at])
}

/** True for an entry that a count made, and no handover. */
export function isMovement(entry: Pick<MassLedgerRow, 'handover_id'>) {
  return entry.handover_id === null
}

async function municipalityOf(trx: Trx, hubId: string) {
  const place = await trx
    .selectFrom('hubs')
    .innerJoin('places', 'places.id', 'hubs.place_id')
    .select('places.municipality_istat')
    .where('hubs.id', '=', hubId)
    .executeTakeFirst()
  return place?.municipality_istat ?? ''
}
