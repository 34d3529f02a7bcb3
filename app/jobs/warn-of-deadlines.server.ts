import { expiringListings, warnOfExpiry } from '#app/domain/listings/warn-of-expiry.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { Db } from '#db/database.ts'
import { byTheClock } from './job-act.ts'

/** Tells donors, and hubs at the last, which lots must go soon. */
export async function warnOfDeadlines(db: Db, at: string) {
  const expiring = await expiringListings(db, at)
  for (const listing of expiring) await write(db, (trx) => warnOfExpiry(trx, byTheClock(at), listing))
  return `${expiring.length} due soon`
}
