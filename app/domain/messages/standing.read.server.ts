import type { Db } from '#db/database.ts'
import type { Member } from '../act.ts'
import { findClaim } from '../claims/find-claim.server.ts'
import { type Sides, sidesOf } from '../claims/sides.read.server.ts'
import type { MessageSide } from './message.ts'

/** A claim and the side for which a member speaks in its thread, or undefined to whoever stands on none. */
export async function standingIn(db: Db, member: Member, claimId: string) {
  const claim = await findClaim(db, claimId)
  const side = claim && sideOf(await sidesOf(db, member, claim))
  return claim && side ? { claim, side } : undefined
}

function sideOf(sides: Sides): MessageSide | undefined {
  if (sides.donor) return 'donor'
  if (sides.claimant) return 'claimant'
  return sides.coordinator ? 'coordinator' : undefined
}
