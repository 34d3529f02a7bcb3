import type { Db } from '#db/database.ts'
import type { HandoverRow } from '#db/schema/handovers.ts'
import { coordinates, type Member } from '../act.ts'
import { type FoundClaim, findClaim } from '../claims/find-claim.server.ts'
import { isFetchedByHub } from '../claims/handover-code.ts'
import { sidesOf } from '../claims/sides.read.server.ts'
import { entriesOfHandover, findHandover, handoverOfClaim, weighRecordsOf } from './find-handover.server.ts'
import { mayAnswer, recordingSide } from './handover.ts'
import { bestOf, shareOfLot, shareOfStock, standing, type Weighing } from './weigh-record.ts'

/**
 * What either side needs before writing a handover down, or undefined to everybody else. `other` is who holds the code, if
 * there is one. Weights are of the whole lot.
 */
export async function handoverToRecord(db: Db, member: Member, claimId: string) {
  const claim = await findClaim(db, claimId)
  const side = claim && recordingSide(await sidesOf(db, member, claim))
  if (!side) return undefined
  const isGiver = side === 'giver'
  const [lot, handover, pickup, other] = await Promise.all([
    lotOf(db, claim.listing_id),
    handoverOfClaim(db, claimId),
    agreedPickup(db, claimId),
    isGiver ? takerName(db, claim, claim.claimant_id) : partyName(db, claim.donor_id, claim.listing_organisation_id),
  ])
  const { weight_low_g: low, weight_typ_g: typ, weight_high_g: high, total, collected } = lot
  const weight =
    low !== null && typ !== null && high !== null ? { total, low, typ, high, before: collected } : undefined
  const isHouse = isGiver ? (claim.claim_hub_id ?? claim.claim_organisation_id) : claim.listing_organisation_id
  const has_code = isGiver || isFetchedByHub(claim)
  return { claim, handover, pickup, side, has_code, other: { name: other, is_house: isHouse !== null }, weight }
}

/** A handover with both its sides, its weight and what it posted; undefined to whoever stands on neither side. */
export async function handoverFor(db: Db, member: Member, handoverId: string) {
  const handover = await findHandover(db, handoverId)
  const claim = handover && (await findClaim(db, handover.claim_id))
  if (!handover || !claim) return undefined
  const sides = await sidesOf(db, member, claim)
  if (!sides.donor && !sides.claimant && !sides.coordinator) return undefined
  const [entries, weight, giver, taker] = await Promise.all([
    entriesOfHandover(db, handover),
    weightOfHandover(db, handover, claim),
    partyName(db, handover.giver_id, claim.listing_organisation_id),
    takerName(db, claim, handover.taker_id),
  ])
  const isParty = member.id === handover.giver_id || member.id === handover.taker_id
  return {
    handover,
    claim,
    giver,
    taker,
    weight,
    entries,
    may_answer: handover.state === 'recorded' && mayAnswer(member, sides, handover),
    may_record: recordingSide(sides) === handover.recorded_side,
    may_correct: handover.state === 'confirmed' && coordinates(member, claim.hub_id) && !isParty,
  }
}

/** The best of what was said and what the lot's weight says of its share: what counts, or will if it is confirmed. */
async function weightOfHandover(
  db: Db,
  handover: HandoverRow,
  claim: FoundClaim,
): Promise<Weighing & { from_lot: boolean }> {
  const said = bestOf(standing(await weighRecordsOf(db, handover.id)))
  const none = {
    grade: 'E',
    low_g: null,
    typ_g: null,
    high_g: null,
    method: 'none',
    reference: null,
    reference_version: null,
  } as const
  const known = said ?? { ...none, tare_g: 0, device: '', photo_hash: null }
  if (handover.state === 'confirmed') return { ...known, from_lot: known.reference !== null }
  const lot = await lotOf(db, claim.listing_id)
  const stock = await stockOffered(db, claim.listing_id)
  const share = stock ? shareOfStock(stock, handover.quantity) : shareOfLot(lot, handover.quantity, lot.collected)
  return share && share.grade < known.grade ? { ...share, from_lot: true } : { ...known, from_lot: false }
}

function lotOf(db: Db, listingId: string) {
  return db.selectFrom('listings').selectAll().where('id', '=', listingId).executeTakeFirstOrThrow()
}

function stockOffered(db: Db, listingId: string) {
  return db.selectFrom('stock_lots').selectAll().where('listing_id', '=', listingId).executeTakeFirst()
}

function agreedPickup(db: Db, claimId: string) {
  return db
    .selectFrom('pickups')
    .innerJoin('pickup_claims', 'pickup_claims.pickup_id', 'pickups.id')
    .innerJoin('places', 'places.id', 'pickups.place_id')
    .select(['pickups.starts_at', 'places.area'])
    .where('pickup_claims.claim_id', '=', claimId)
    .where('pickups.state', 'in', ['confirmed', 'in_progress'])
    .executeTakeFirst()
}

async function takerName(db: Db, { claim_hub_id, claim_organisation_id }: FoundClaim, memberId: string) {
  if (claim_hub_id === null) return partyName(db, memberId, claim_organisation_id)
  return (await db.selectFrom('hubs').select('name').where('id', '=', claim_hub_id).executeTakeFirstOrThrow()).name
}

async function partyName(db: Db, memberId: string, organisationId: string | null) {
  if (organisationId !== null) {
    return (
      await db.selectFrom('organisations').select('name').where('id', '=', organisationId).executeTakeFirstOrThrow()
    ).name
  }
  return (await db.selectFrom('members').select('name').where('id', '=', memberId).executeTakeFirstOrThrow()).name
}
