import type { Trx } from '#db/database.ts'
import type { HandoverRow, MassLedgerRow, WeighRecordRow } from '#db/schema/handovers.ts'
import type { Act } from '../act.ts'
import { material } from '../listings/material.ts'
import { appendEntry, type EntryFacts, sealOf } from './append-entry.server.ts'
import { ledgerParty } from './ledger-party.server.ts'
import type { Weighed } from './weigh-record.ts'

type Record = WeighRecordRow & Weighed
type Why = { reason: string; kind?: 'correction' }

/**
 * Posts the grams of a confirmed handover. They are `reuse` when the one who takes uses the thing, and `pipeline_in` when
 * it goes to a hub's stock: that counts only once the hub has handed it on.
 */
export async function postHandover(
  trx: Trx,
  act: Act,
  handover: HandoverRow,
  record: Record,
  why: Why,
): Promise<MassLedgerRow> {
  const lot = await lotOf(trx, handover)
  const taker_type = await takerType(trx, lot)
  const giver_party = await ledgerParty(trx, act, {
    member_id: handover.giver_id,
    organisation_id: lot.listing_organisation_id,
  })
  const taker_party = await ledgerParty(trx, act, {
    member_id: handover.taker_id,
    organisation_id: lot.claim_organisation_id,
  })
  const isGiver = handover.recorded_by === handover.giver_id
  const recorder = isGiver
    ? giver_party
    : await ledgerParty(trx, act, { member_id: handover.recorded_by, organisation_id: null })
  const facts: EntryFacts = {
    listing_id: handover.listing_id,
    parent_listing_id: null,
    handover_id: handover.id,
    kind: why.kind ?? (taker_type === 'end_user' ? 'reuse' : 'pipeline_in'),
    sign: 1,
    ...massOf(record),
    quantity: handover.quantity,
    unit: lot.unit,
    eu_category: material(lot.material_key)?.eu_category ?? 'other',
    channel: 'online_platform',
    material_key: lot.material_key ?? '',
    giver_party,
    taker_party,
    taker_type,
    municipality_istat: lot.municipality_istat ?? '',
    effective_at: handover.happened_at,
    recorded_by_party: recorder,
    reason: why.reason,
    reverses_id: null,
    evidence_hash: sealOf(evidenceOf(handover, record)),
  }
  return appendEntry(trx, act, facts)
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
      'claims.claimant_id',
      'places.municipality_istat',
    ])
    .where('claims.id', '=', handover.claim_id)
    .executeTakeFirstOrThrow()
}

// A claim cannot say yet that it is for the hub: what a coordinator takes in their own name is held to be stock, which counts less, never more.
async function takerType(trx: Trx, lot: { claimant_id: string; claim_organisation_id: string | null }) {
  if (lot.claim_organisation_id !== null) return 'end_user'
  const hub = await trx
    .selectFrom('hub_coordinators')
    .select('hub_id')
    .where('member_id', '=', lot.claimant_id)
    .executeTakeFirst()
  return hub ? 'intermediary' : 'end_user'
}
