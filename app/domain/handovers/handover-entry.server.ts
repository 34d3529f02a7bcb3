import type { Trx } from '#db/database.ts'
import type { HandoverRow, MassLedgerRow, StockLotRow, WeighRecordRow } from '#db/schema/handovers.ts'
import type { Act } from '../act.ts'
import { material } from '../listings/material.ts'
import { appendEntry, type EntryFacts, sealOf } from './append-entry.server.ts'
import { outside } from './ledger-entry.ts'
import { hubParty, ledgerParty } from './ledger-party.server.ts'
import type { Weighed } from './weigh-record.ts'

type Record = WeighRecordRow & Weighed
type Why = { reason: string; kind?: 'correction' }

/**
 * Posts the grams of a confirmed handover. They are `reuse` when the one who takes uses the thing, and `pipeline_in` when
 * it goes to a hub's stock: that counts only once the hub has handed it on. What comes `from` a stock leaves that first,
 * as `pipeline_out`. Returns the entry of who takes, last, and that of the stock it left.
 */
export async function postHandover(
  trx: Trx,
  act: Act,
  handover: HandoverRow,
  record: Record,
  { from, ...why }: Why & { from?: StockLotRow | undefined },
): Promise<{ entry: MassLedgerRow; out: MassLedgerRow | undefined }> {
  const facts = await factsOf(trx, act, handover, record, from)
  const leaves = { kind: 'pipeline_out', taker_party: outside, taker_type: 'intermediary' } as const
  const out = from && (await appendEntry(trx, act, { ...facts, ...leaves, reason: why.reason }))
  return { entry: await appendEntry(trx, act, { ...facts, kind: why.kind ?? facts.kind, reason: why.reason }), out }
}

async function factsOf(
  trx: Trx,
  act: Act,
  handover: HandoverRow,
  record: Record,
  from: StockLotRow | undefined,
): Promise<EntryFacts> {
  const lot = await lotOf(trx, handover)
  const giver_party = await giverOf(trx, act, handover, { ...lot, hub_id: from?.hub_id ?? null })
  const isOwn = from === undefined && handover.recorded_by === handover.giver_id
  return {
    listing_id: handover.listing_id,
    parent_listing_id: from?.is_mixed === 0 ? from.origin_listing_id : null,
    handover_id: handover.id,
    kind: lot.claim_hub_id === null ? 'reuse' : 'pipeline_in',
    sign: 1,
    ...massOf(record),
    quantity: handover.quantity,
    unit: lot.unit,
    eu_category: material(lot.material_key)?.eu_category ?? 'other',
    channel: 'online_platform',
    material_key: lot.material_key ?? '',
    giver_party,
    taker_party: await takerOf(trx, act, handover, lot),
    taker_type: lot.claim_hub_id === null ? 'end_user' : 'intermediary',
    municipality_istat: lot.municipality_istat ?? '',
    effective_at: handover.happened_at,
    recorded_by_party: isOwn
      ? giver_party
      : await ledgerParty(trx, act, { member_id: handover.recorded_by, organisation_id: null }),
    reason: '',
    reverses_id: null,
    evidence_hash: sealOf(evidenceOf(handover, record)),
  }
}

type Sides = { listing_organisation_id: string | null; hub_id: string | null }

function giverOf(trx: Trx, act: Act, { giver_id }: HandoverRow, { listing_organisation_id, hub_id }: Sides) {
  if (hub_id !== null) return hubParty(trx, act, hub_id)
  return ledgerParty(trx, act, { member_id: giver_id, organisation_id: listing_organisation_id })
}

function takerOf(
  trx: Trx,
  act: Act,
  { taker_id }: HandoverRow,
  { claim_hub_id, claim_organisation_id }: { claim_hub_id: string | null; claim_organisation_id: string | null },
) {
  if (claim_hub_id !== null) return hubParty(trx, act, claim_hub_id)
  return ledgerParty(trx, act, { member_id: taker_id, organisation_id: claim_organisation_id })
}

/** What was confirmed, by whom or by whose silence, as one text. Its hash in the ledger shows later that none of it was touched. */
export function evidenceOf(handover: HandoverRow, record: WeighRecordRow) {
  const { claim_id, quantity, condition, happened_at, recorded_by } = handover
  const { grade, low_g, typ_g, high_g, tare_g, device, photo_hash, weighed_by, weighed_at } = record
  const weighed = [record.id, grade, low_g, typ_g, high_g, tare_g, device, photo_hash, weighed_by, weighed_at]
  const said = [handover.id, claim_id, quantity, condition, happened_at, recorded_by, ...weighed]
  return JSON.stringify([...said, ...proofOf(handover)])
}

// Entries from before there were proofs keep the text they were sealed with.
function proofOf({ recorded_side, code_given, proof_photo_hash, answered_by, silent_side, details }: HandoverRow) {
  if (code_given === null && proof_photo_hash === null) return []
  return [recorded_side, code_given, proof_photo_hash, answered_by, silent_side, details]
}

function massOf(record: Record) {
  const { low_g, typ_g, high_g, grade, method, reference, reference_version } = record
  return {
    low_g,
    typ_g,
    high_g,
    grade,
    method,
    weight_reference: reference ?? '',
    weight_reference_version: reference_version ?? '',
  }
}

function lotOf(trx: Trx, handover: HandoverRow) {
  return trx
    .selectFrom('listings')
    .innerJoin('claims', 'claims.listing_id', 'listings.id')
    .leftJoin('places', 'places.id', 'listings.place_id')
    .select([
      'listings.unit',
      'listings.material_key',
      'listings.organisation_id as listing_organisation_id',
      'claims.organisation_id as claim_organisation_id',
      'claims.hub_id as claim_hub_id',
      'places.municipality_istat',
    ])
    .where('claims.id', '=', handover.claim_id)
    .executeTakeFirstOrThrow()
}
