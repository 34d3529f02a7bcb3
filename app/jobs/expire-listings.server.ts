import { expiredListings } from '#app/domain/listings/expire-listing.server.ts'
import { endListing } from '#app/domain/pickups/end-listing.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db } from '#db/database.ts'
import { byTheClock } from './job-act.ts'

/** Closes lots whose day has passed, and ends their claims and pickups with them. */
export async function expireListings(db: Db, at: string) {
  const act = byTheClock(at)
  let expired = 0
  for (const { id } of await expiredListings(db, at)) {
    const outcome = await write(db, (trx) => endListing(trx, act, id, 'expired'))
    if (!isRefusal(outcome)) expired += 1
  }
  return `${expired} expired`
}
