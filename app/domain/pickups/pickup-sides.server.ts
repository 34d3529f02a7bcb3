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
  const proposer = await sidesOf(db, { id: pickup.proposed_by, is_admin: false, coordinates: [] }, claim)
  const mayConfirm = member.id !== pickup.proposed_by && answers(sides, proposer)
  return { pickup, sides, claimId: claim.id, mayConfirm }
}

// Two people of the same side cannot agree with each other: the side of whoever proposed decides which one must answer.
function answers(sides: Sides, proposer: Sides) {
  if (proposer.claimant) return sides.donor || (sides.coordinator && !sides.claimant)
  if (proposer.donor) return sides.claimant
  return sides.claimant || sides.donor
}
