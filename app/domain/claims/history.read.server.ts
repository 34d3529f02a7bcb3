import type { Db } from '#db/database.ts'
import { coordinates, type Member } from '../act.ts'
import { ownListing } from '../listings/own-listing.server.ts'
import type { HistoryLine } from './history-line.ts'

const most = 400

/**
 * All that happened to a lot, oldest first, for those concerned: its donor's side and coordinators read everything, whoever
 * asked for it reads of their own claims all, of the others' only what happened and when. Undefined to strangers.
 */
export async function listingHistory(db: Db, member: Member, listingId: string): Promise<HistoryLine[] | undefined> {
  const lot = await db.selectFrom('listings').select('hub_id').where('id', '=', listingId).executeTakeFirst()
  if (!lot) return undefined
  const isGiver = coordinates(member, lot.hub_id) || (await ownListing(db, member, listingId)) !== undefined
  const own = await ownClaims(db, member, listingId)
  if (!isGiver && own.size === 0) return undefined
  const lines = [
    ...(await listingLines(db, listingId)),
    ...(await claimLines(db, listingId)),
    ...(await pickupLines(db, listingId)),
  ]
  return lines
    .toSorted((one, other) => (one.order < other.order ? -1 : 1))
    .slice(0, most)
    .flatMap(({ order: _order, ...line }) => (isGiver || isOpenTo(line, own) ? [line] : anonymous(line)))
}

type Ordered = HistoryLine & { order: string }

function isOpenTo({ about, claim_id }: HistoryLine, own: ReadonlySet<string>) {
  return about === 'listing' || (claim_id !== null && own.has(claim_id))
}

function anonymous(line: HistoryLine): HistoryLine[] {
  return line.about === 'claim' ? [{ ...line, claim_id: null, who: null, by: null, details: '' }] : []
}

async function ownClaims(db: Db, member: Member, listingId: string) {
  const organisations = db.selectFrom('memberships').select('organisation_id').where('member_id', '=', member.id)
  const rows = await db
    .selectFrom('claims')
    .select('id')
    .where('listing_id', '=', listingId)
    .where((eb) => eb.or([eb('claimant_id', '=', member.id), eb('organisation_id', 'in', organisations)]))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

async function listingLines(db: Db, listingId: string): Promise<Ordered[]> {
  const rows = await db
    .selectFrom('listing_events as event')
    .leftJoin('members', 'members.id', 'event.by_id')
    .select(['event.id', 'event.at', 'event.kind', 'event.details', 'event.via', 'members.name as by'])
    .where('event.listing_id', '=', listingId)
    .orderBy('event.id')
    .limit(most)
    .execute()
  const of = { about: 'listing', claim_id: null, who: null, quantity: null } as const
  return rows.map(({ id, ...event }) => ({ ...event, ...of, order: `${event.at} ${id}` }))
}

async function claimLines(db: Db, listingId: string): Promise<Ordered[]> {
  const rows = await db
    .selectFrom('claim_events as event')
    .innerJoin('claims', 'claims.id', 'event.claim_id')
    .innerJoin('members as claimant', 'claimant.id', 'claims.claimant_id')
    .leftJoin('members', 'members.id', 'event.by_id')
    .select(['event.id', 'event.at', 'event.kind', 'event.details', 'event.via', 'event.quantity', 'event.claim_id'])
    .select(['claimant.name as who', 'members.name as by'])
    .where('event.listing_id', '=', listingId)
    .orderBy('event.id')
    .limit(most)
    .execute()
  return rows.map(({ id, ...event }) => ({ ...event, about: 'claim', order: `${event.at} ${id}` }))
}

async function pickupLines(db: Db, listingId: string): Promise<Ordered[]> {
  const rows = await db
    .selectFrom('pickup_events as event')
    .innerJoin('pickup_claims', 'pickup_claims.pickup_id', 'event.pickup_id')
    .innerJoin('claims', 'claims.id', 'pickup_claims.claim_id')
    .innerJoin('members as claimant', 'claimant.id', 'claims.claimant_id')
    .leftJoin('members', 'members.id', 'event.by_id')
    .select(['event.id', 'event.at', 'event.kind', 'event.details', 'event.via', 'claims.id as claim_id'])
    .select(['claimant.name as who', 'members.name as by'])
    .where('claims.listing_id', '=', listingId)
    .orderBy('event.id')
    .limit(most)
    .execute()
  return rows.map(({ id, ...event }) => ({ ...event, about: 'pickup', quantity: null, order: `${event.at} ${id}` }))
}
