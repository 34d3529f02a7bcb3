import type { Db } from '#db/database.ts'
import type { Member } from '../act.ts'
import { findClaim } from './find-claim.server.ts'
import { sidesOf } from './sides.read.server.ts'

const pageSize = 50

function claimRows(db: Db) {
  return db
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .innerJoin('members', 'members.id', 'claims.claimant_id')
    .leftJoin('organisations', 'organisations.id', 'claims.organisation_id')
    .leftJoin('hubs as asking', 'asking.id', 'claims.hub_id')
    .leftJoin('photos', (join) => join.onRef('photos.listing_id', '=', 'listings.id').on('photos.position', '=', 0))
    .select((eb) => [
      'claims.id',
      'claims.listing_id',
      'claims.state',
      'claims.qty_wanted',
      'claims.qty_min',
      'claims.qty',
      'claims.qty_done',
      'claims.position',
      'claims.requested_at',
      'claims.offer_expires_at',
      'claims.transport',
      'claims.days',
      'claims.purpose',
      'claims.end_reason',
      'claims.parent_id',
      'claims.place_in_rank',
      'claims.rank_reasons',
      'claims.schedule_by',
      'claims.claimant_id',
      'claims.organisation_id',
      'members.name as claimant_name',
      'claims.hub_id',
      eb.fn.coalesce('asking.name', 'organisations.name').as('organisation_name'),
      'organisations.kind as organisation_kind',
      'listings.title',
      'listings.unit',
      'listings.must_go_by',
      'listings.material_key',
      'listings.allocation_rule',
      'listings.window_closes_at',
      'photos.hash as photo_hash',
      'photos.alt as photo_alt',
      'photos.thumbhash as photo_thumbhash',
    ])
}

/** What a member has asked for, themself or for an organisation or a hub, open ones first, newest first. At most 50. */
export function claimsByMember(db: Db, member: Member) {
  const organisations = db.selectFrom('memberships').select('organisation_id').where('member_id', '=', member.id)
  return claimRows(db)
    .where((eb) =>
      eb.or([
        eb('claims.claimant_id', '=', member.id),
        eb('claims.organisation_id', 'in', organisations),
        eb('claims.hub_id', 'in', hubsOf(db, member)),
      ]),
    )
    .orderBy('claims.is_open', 'desc')
    .orderBy('claims.requested_at', 'desc')
    .limit(pageSize)
    .execute()
}

/** What others have asked of a member's lots, open ones first, newest first. At most 50. */
export function claimsOnLotsOf(db: Db, member: Member) {
  const organisations = db.selectFrom('memberships').select('organisation_id').where('member_id', '=', member.id)
  return claimRows(db)
    .where((eb) =>
      eb.or([eb('listings.donor_id', '=', member.id), eb('listings.organisation_id', 'in', organisations)]),
    )
    .orderBy('claims.is_open', 'desc')
    .orderBy('claims.requested_at', 'desc')
    .limit(pageSize)
    .execute()
}

/** The line of a lot as its donor and coordinators see it, in the order of asking. At most 200. */
export function claimsOnListing(db: Db, listingId: string) {
  return claimRows(db).where('claims.listing_id', '=', listingId).orderBy('claims.requested_at').limit(200).execute()
}

/** One claim with its sides, or undefined to whoever stands on none of them. */
export async function claimFor(db: Db, member: Member, claimId: string) {
  const claim = await findClaim(db, claimId)
  if (!claim) return undefined
  const sides = await sidesOf(db, member, claim)
  if (!sides.donor && !sides.claimant && !sides.coordinator) return undefined
  const row = await claimRows(db).where('claims.id', '=', claimId).executeTakeFirstOrThrow()
  return { claim, row, sides }
}

/** What happened to a claim, oldest first. */
export function claimEvents(db: Db, claimId: string) {
  return db
    .selectFrom('claim_events')
    .leftJoin('members', 'members.id', 'claim_events.by_id')
    .select([
      'claim_events.kind',
      'claim_events.at',
      'claim_events.quantity',
      'claim_events.via',
      'claim_events.details',
      'claim_events.to_state',
      'members.name as by_name',
    ])
    .where('claim_id', '=', claimId)
    .orderBy('claim_events.at')
    .orderBy('claim_events.id')
    .limit(100)
    .execute()
}

/** The open claim a member (or an organisation or hub of theirs) already has on a lot; the first, where its rest waits apart. */
export function openClaimOn(db: Db, member: Member, listingId: string) {
  const organisations = db.selectFrom('memberships').select('organisation_id').where('member_id', '=', member.id)
  return db
    .selectFrom('claims')
    .select(['id', 'state', 'qty', 'qty_wanted', 'qty_min'])
    .where('listing_id', '=', listingId)
    .where('is_open', '=', 1)
    .where((eb) =>
      eb.or([
        eb('claimant_id', '=', member.id),
        eb('organisation_id', 'in', organisations),
        eb('hub_id', 'in', hubsOf(db, member)),
      ]),
    )
    .orderBy('requested_at')
    .executeTakeFirst()
}

function hubsOf(db: Db, member: Member) {
  return db.selectFrom('hub_coordinators').select('hub_id').where('member_id', '=', member.id)
}

/** How many people have asked for a lot and are still in the running. */
export async function openClaimCount(db: Db, listingId: string) {
  const counted = await db
    .selectFrom('claims')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('listing_id', '=', listingId)
    .where('is_open', '=', 1)
    .executeTakeFirstOrThrow()
  return counted.n
}
