import { lapseClaim, lapsedOffers } from '#app/domain/claims/lapse-claims.server.ts'
import { isRefusal } from '#app/domain/refusal.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db } from '#db/database.ts'
import { byTheClock } from './job-act.ts'

/** Ends offers nobody answered, each in a transaction of its own. */
export async function lapseOffers(db: Db, at: string) {
  let lapsed = 0
  for (const { id } of await lapsedOffers(db, at)) {
    const outcome = await write(db, (trx) => lapseClaim(trx, byTheClock(at), id))
    if (!isRefusal(outcome)) lapsed += 1
  }
  return `${lapsed} lapsed`
}
