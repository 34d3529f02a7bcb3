import type { Db } from '#db/database.ts'
import type { NoShowRow } from '#db/schema/pickups.ts'
import type { FoundClaim } from '../claims/find-claim.server.ts'
import { sidesOf } from '../claims/sides.read.server.ts'
import { mayDecide } from './no-show.ts'

/** Who may decide: the coordinators of the lot's hub who were not part of it; where there is none, the admins. */
export async function judgesOf(db: Db, noShow: NoShowRow, claim: FoundClaim) {
  const coordinators = db.selectFrom('hub_coordinators').select('member_id').distinct()
  const near = claim.hub_id === null ? coordinators : coordinators.where('hub_id', '=', claim.hub_id)
  const judges = await impartial(db, noShow, claim, await near.execute())
  if (judges.length > 0) return judges
  const admins = db.selectFrom('members').select('id as member_id').where('is_admin', '=', 1)
  return impartial(db, noShow, claim, await admins.execute())
}

async function impartial(db: Db, noShow: NoShowRow, claim: FoundClaim, asked: readonly { member_id: string }[]) {
  const judges: string[] = []
  for (const { member_id } of asked) {
    const sides = await sidesOf(db, { id: member_id, is_admin: false, coordinates: [] }, claim)
    if (mayDecide(member_id, { ...sides, coordinator: true }, noShow)) judges.push(member_id)
  }
  return judges
}
