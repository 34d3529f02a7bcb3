import { markSeen } from '#app/domain/discovery/mark-lot.server.ts'
import { seenAmong } from '#app/domain/discovery/marks.read.server.ts'
import { write } from '#app/domain/write.server.ts'
import type { Visit } from '#app/http/context.server.ts'
import type { ListingPage } from './listing-page.server.ts'

/** Remembers that a member opened somebody else's lot: once, and not when the browser only fetched it in case. */
export async function noteSeen({ db, member, now }: Visit, request: Request, { lot, visitor }: ListingPage) {
  if (!member || visitor.is_owner || isPrefetch(request)) return
  const seen = await seenAmong(db, member, [lot.id])
  if (seen.size === 0) await write(db, (trx) => markSeen(trx, { by: member, at: now, via: 'web' }, lot.id))
}

function isPrefetch({ headers }: Request) {
  return ['sec-purpose', 'purpose', 'x-moz'].some((name) => headers.get(name)?.includes('prefetch'))
}
