import type { Db } from '#db/database.ts'
import type { PickupRow } from '#db/schema/pickups.ts'
import type { Member } from '../act.ts'
import { findClaim } from '../claims/find-claim.server.ts'
import { type Sides, sidesOf } from '../claims/sides.read.server.ts'

export type PickupSides = { pickup: PickupRow; sides: Sides; claimId: string; mayConfirm: boolean }

/** A pickup and on which sides of it a member stands; undefined to strangers. */
export async function pickupSides(db: Db, member: Member, pickupId: string): Promise<PickupSides | undefined> {
  const pickup = await db.selectFrom('pickups').selectAll().where('id', '=', pickupId).executeTakeFirst()
  const served = await db
    .selectFrom('pickup_claims')
    .select('claim_id')
    .where('pickup_id', '=', pickupId)
    .executeTakeFirst()
  const claim = served && (await findClaim(db, served.claim_id))
  if (!pickup || !claim) return undefined
  const sides = await sidesOf(db, member, claim)
  if (!sides.donor && !sides.claimant && !sides.coordinator) return undefined
  return {
    pickup,
    sides,
    claimId: claim.id,
    mayConfirm: member.id !== pickup.proposed_by && (await answersFor(db, pickup, sides)),
  }
}

// Two people of the same side cannot agree with each other: whoever proposed decides which side must answer.
async function answersFor(db: Db, pickup: PickupRow, sides: Sides) {
  const proposer = pickup.proposed_by
  if (proposer === pickup.claimant_id) return sides.donor || sides.coordinator
  if (proposer === pickup.donor_id) return sides.claimant
  const coordinating = await db
    .selectFrom('hub_coordinators')
    .select('hub_id')
    .where('member_id', '=', proposer)
    .executeTakeFirst()
  return coordinating ? sides.claimant || sides.donor : sides.claimant
}
