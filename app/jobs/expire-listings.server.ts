import type { Db } from '#db/database.ts'
import { closeClaimsOf } from '#app/domain/claims/close-claims.server.ts'
import { expiredListings, expireListing } from '#app/domain/listings/expire-listing.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import { byTheClock } from './job-act.ts'

/** Closes lots whose day has passed, and ends their claims with them. */
export async function expireListings(db: Db, at: string) {
  const act = byTheClock(at)
  let expired = 0
  for (const { id } of await expiredListings(db, at)) {
    const outcome = await write(db, async (trx) => {
      const closed = await expireListing(trx, act, id)
      if (!isRefusal(closed)) await closeClaimsOf(trx, act, id, 'expired')
      return closed
    })
    if (!isRefusal(outcome)) expired += 1
  }
  return `${expired} expired`
}
