import type { Db } from '#db/database.ts'
import { coordinates, type Member } from '../act.ts'
import { opensTheDoor } from './claim.ts'
import { findClaim } from './find-claim.server.ts'
import { sidesOf } from './sides.read.server.ts'

/**
 * The exact address of a claim's lot: to the donor's side, the lot's coordinators, and the claimant of a confirmed,
 * scheduled or collected claim (invariant 8). To anyone else it is not there.
 */
export async function doorOfClaim(db: Db, member: Member, claimId: string) {
  const claim = await findClaim(db, claimId)
  if (!claim?.place_id) return undefined
  const sides = await sidesOf(db, member, claim)
  const mayEnter = sides.donor || sides.coordinator || (sides.claimant && opensTheDoor(claim.state))
  return mayEnter ? door(db, claim.place_id) : undefined
}

/** Where a claim's goods are to be brought: to its claimant's side and to the lot's coordinators. */
export async function goalOfClaim(db: Db, member: Member, claimId: string) {
  const claim = await findClaim(db, claimId)
  if (!claim) return undefined
  const sides = await sidesOf(db, member, claim)
  if (!sides.claimant && !sides.coordinator) return undefined
  const goal = claim.delivery_place_id === null ? undefined : await door(db, claim.delivery_place_id)
  return { claim, goal }
}

/** The exact address of a lot, to its donor's side and its coordinators, for the form that edits it. */
export async function doorOfListing(db: Db, member: Member, listingId: string) {
  const listing = await db
    .selectFrom('listings')
    .select(['donor_id', 'organisation_id', 'hub_id', 'place_id'])
    .where('id', '=', listingId)
    .executeTakeFirst()
  if (!listing?.place_id) return undefined
  const parties = {
    ...listing,
    listing_organisation_id: listing.organisation_id,
    claimant_id: '',
    claim_organisation_id: null,
    claim_hub_id: null,
  }
  const sides = await sidesOf(db, member, parties)
  return sides.donor || sides.coordinator ? door(db, listing.place_id) : undefined
}

type InCare = { street: string; latitude_e6: number; longitude_e6: number }

/** The doors of these claims' lots, by claim, where this member coordinates: one question for a whole day of pickups. */
export async function doorsInCare(db: Db, member: Member, claimIds: readonly string[]) {
  if (claimIds.length === 0) return new Map<string, InCare>()
  const rows = await db
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .innerJoin('place_doors', 'place_doors.place_id', 'listings.place_id')
    .select(['claims.id', 'listings.hub_id', 'place_doors.street'])
    .select(['place_doors.latitude_e6', 'place_doors.longitude_e6'])
    .where('claims.id', 'in', claimIds)
    .execute()
  const theirs = rows.filter(({ hub_id }) => coordinates(member, hub_id))
  return new Map(theirs.map(({ id, hub_id: _hub, ...door }): [string, InCare] => [id, door]))
}

/**
 * The exact places of these claims, of the lot and of where it is to be brought, by place, for who coordinates the lot's hub or
 * the one that takes it: one question for a whole day of rounds.
 */
export async function doorsOnTheRoad(db: Db, member: Member, claimIds: readonly string[]) {
  const doors = new Map<string, Awaited<ReturnType<typeof roadRows>>[number]>()
  if (claimIds.length === 0) return doors
  for (const row of await roadRows(db, claimIds)) {
    const mayEnter =
      coordinates(member, row.hub_id) || (row.taking_hub_id !== null && coordinates(member, row.taking_hub_id))
    if (mayEnter) doors.set(row.place_id, row)
  }
  return doors
}

function roadRows(db: Db, claimIds: readonly string[]) {
  return db
    .selectFrom('claims')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .innerJoin('place_doors', (join) =>
      join.on((eb) =>
        eb.or([
          eb('place_doors.place_id', '=', eb.ref('listings.place_id')),
          eb('place_doors.place_id', '=', eb.ref('claims.delivery_place_id')),
        ]),
      ),
    )
    .selectAll('place_doors')
    .select(['listings.hub_id', 'claims.hub_id as taking_hub_id'])
    .where('claims.id', 'in', [...claimIds])
    .execute()
}

/** The last address a member gave themself, so that they need not type it again. */
export async function lastDoorOf(db: Db, member: Member) {
  const last = await db
    .selectFrom('places')
    .innerJoin('place_doors', 'place_doors.place_id', 'places.id')
    .select('places.id')
    .where('places.owner_id', '=', member.id)
    // An area somebody only looks around in has no street.
    .where('place_doors.street', '<>', '')
    .orderBy('places.saved_at', 'desc')
    .orderBy('places.id', 'desc')
    .executeTakeFirst()
  return last && door(db, last.id)
}

function door(db: Db, placeId: string) {
  return db
    .selectFrom('place_doors')
    .innerJoin('places', 'places.id', 'place_doors.place_id')
    .selectAll('place_doors')
    .select('places.municipality')
    .where('place_id', '=', placeId)
    .executeTakeFirst()
}
