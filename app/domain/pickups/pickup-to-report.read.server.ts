import type { Db } from '#db/database.ts'
import type { Member } from '../act.ts'
import { findClaim } from '../claims/find-claim.server.ts'
import { sidesOf } from '../claims/sides.read.server.ts'
import { mayReport } from './no-show.ts'

/** The pickup a claim is waiting for, or had last; those called off do not count. */
export function lastPickupOf(db: Db, claimId: string) {
  return db
    .selectFrom('pickups')
    .innerJoin('pickup_claims', 'pickup_claims.pickup_id', 'pickups.id')
    .selectAll('pickups')
    .where('pickup_claims.claim_id', '=', claimId)
    .where('pickups.state', '<>', 'cancelled')
    .orderBy('pickups.proposed_at', 'desc')
    .orderBy('pickups.id', 'desc')
    .executeTakeFirst()
}

/** What whoever reports a missed pickup needs to know: when, for how many lots, who was to be there; undefined to strangers. */
export async function pickupToReport(db: Db, member: Member, claimId: string) {
  const claim = await findClaim(db, claimId)
  const pickup = await lastPickupOf(db, claimId)
  if (!claim || !pickup) return undefined
  const sides = await sidesOf(db, member, claim)
  const may = { claimant: mayReport(sides, 'claimant'), donor: mayReport(sides, 'donor') }
  if (!may.claimant && !may.donor) return undefined
  const { lots } = await db
    .selectFrom('pickup_claims')
    .select((eb) => eb.fn.countAll<number>().as('lots'))
    .where('pickup_id', '=', pickup.id)
    .executeTakeFirstOrThrow()
  return { claim, pickup, lots, may, names: await namesOf(db, claimId) }
}

function namesOf(db: Db, claimId: string) {
  return db
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .innerJoin('members as donors', 'donors.id', 'listings.donor_id')
    .innerJoin('members as claimants', 'claimants.id', 'claims.claimant_id')
    .leftJoin('organisations as giving', 'giving.id', 'listings.organisation_id')
    .leftJoin('organisations as taking', 'taking.id', 'claims.organisation_id')
    .leftJoin('hubs as asking', 'asking.id', 'claims.hub_id')
    .select(['donors.name as donor_name', 'claimants.name as claimant_name'])
    .select(({ fn }) => ['giving.name as giving_name', fn.coalesce('asking.name', 'taking.name').as('taking_name')])
    .where('claims.id', '=', claimId)
    .executeTakeFirstOrThrow()
}
