import { acceptOffer } from '#app/domain/claims/accept-offer.server.ts'
import { nameGoal } from '#app/domain/claims/name-goal.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db } from '#db/database.ts'
import { done } from './post.ts'
import { actOf, type Resident } from './settle.ts'

/** Who cannot come says where to bring it: home, or the workshop. */
export async function nameDoor(db: Db, claimant: Resident, claimId: string, at: string) {
  const { latitude_e6, longitude_e6, street } = claimant
  const goal = { latitude_e6, longitude_e6, street, access_notes: 'Citofono con il cognome.', phone: '' }
  done(await write(db, (trx) => nameGoal(trx, actOf(claimant, at), claimId, goal)))
}

export async function accept(db: Db, claimant: Resident, claimId: string, at: string) {
  done(await write(db, (trx) => acceptOffer(trx, actOf(claimant, at), claimId)))
}
