import { type ExpressionBuilder, sql } from 'kysely'
import type { Database, Db } from '#db/database.ts'
import { type Care, inCare } from './care.server.ts'

const most = 50

/** Claims agreed on with no pickup ahead, the soonest to go first. At most 50. */
export function claimsWithoutPickup(db: Db, care: Care, now: string) {
  return claimRows(db, care)
    .where('claims.state', '=', 'confirmed')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('handovers').select('handovers.id').whereRef('handovers.claim_id', '=', 'claims.id'))),
    )
    .where((eb) => eb.not(eb.exists(pickupAhead(eb, now))))
    .orderBy(sql`coalesce(listings.must_go_by, '9999')`)
    .orderBy('claims.id')
    .execute()
}

/** Claims the donor has not answered, the longest waiting first. At most 50. */
export function claimsUnanswered(db: Db, care: Care) {
  return claimRows(db, care)
    .where('claims.state', '=', 'requested')
    .orderBy('claims.requested_at')
    .orderBy('claims.id')
    .execute()
}

// A proposal whose hour has come and gone can be confirmed by nobody any more.
function pickupAhead(eb: ExpressionBuilder<Database, 'claims'>, now: string) {
  return eb
    .selectFrom('pickup_claims')
    .innerJoin('pickups', 'pickups.id', 'pickup_claims.pickup_id')
    .select('pickups.id')
    .whereRef('pickup_claims.claim_id', '=', 'claims.id')
    .where((pickup) =>
      pickup.or([
        pickup('pickups.state', 'in', ['confirmed', 'in_progress']),
        pickup.and([pickup('pickups.state', '=', 'proposed'), pickup('pickups.starts_at', '>=', now)]),
      ]),
    )
}

function claimRows(db: Db, care: Care) {
  return db
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .innerJoin('members as donors', 'donors.id', 'listings.donor_id')
    .innerJoin('members as claimants', 'claimants.id', 'claims.claimant_id')
    .leftJoin('organisations as giving', 'giving.id', 'listings.organisation_id')
    .leftJoin('organisations as taking', 'taking.id', 'claims.organisation_id')
    .leftJoin('hubs as asking', 'asking.id', 'claims.hub_id')
    .leftJoin('places', 'places.id', 'listings.place_id')
    .select(({ fn }) => [
      'claims.id',
      'claims.qty',
      'claims.qty_wanted',
      'claims.days',
      'claims.transport',
      'claims.requested_at',
      'listings.title',
      'listings.unit',
      'listings.total',
      'listings.must_go_by',
      'listings.weight_typ_g',
      'listings.weight_grade',
      'donors.name as donor_name',
      'giving.name as giving_name',
      'claimants.name as claimant_name',
      fn.coalesce('asking.name', 'taking.name').as('taking_name'),
      'places.area',
      'places.latitude_e6',
      'places.longitude_e6',
      'places.blur_radius_m',
    ])
    .where(inCare(care, 'listings.hub_id'))
    .limit(most)
}

export type BoardClaim = Awaited<ReturnType<typeof claimsUnanswered>>[number]
