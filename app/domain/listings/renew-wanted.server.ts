import type { Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { dayInRome, endOfRomanDay, later } from '../instant.ts'
import { refused } from '../refusal.ts'
import { moveListing } from './move-listing.server.ts'
import { ownListing } from './own-listing.server.ts'
import { setWantedClocks } from './post-wanted.server.ts'
import { mostDays } from './wanted.ts'

/** Still looking: until the end of that Roman day, whether it stands or has run out. At most half a year ahead. */
export async function renewWanted(trx: Trx, act: Act, wantedId: string, day: string) {
  const wanted = await ownListing(trx, act.by, wantedId, 'wanted')
  if (!wanted) return refused('not-yours')
  if (endOfRomanDay(day) < act.at) return refused('deadline-passed')
  if (day > dayInRome(later(act.at, { days: mostDays }))) return refused('too-long-ahead')
  if (!isRenewable(wanted)) return refused('not-renewable')
  const set = { must_go_by: endOfRomanDay(day), closed_reason: null, closed_at: null, revised_at: act.at }
  const move = { id: wantedId, from: [wanted.state], to: 'live', kind: 'renewed', details: day, set } as const
  const renewed = await moveListing(trx, act, move)
  if (!renewed) return refused('not-renewable')
  await setWantedClocks(trx, act, renewed)
  return { wanted: renewed }
}

/** Open, run out or withdrawn; what a coordinator took down stays down. */
export function isRenewable({ state, closed_reason }: Pick<ListingRow, 'state' | 'closed_reason'>) {
  return state === 'live' || closed_reason === 'expired' || closed_reason === 'withdrawn'
}
