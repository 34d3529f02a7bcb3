import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'
import { moveListing } from './move-listing.server.ts'
import { ownListing } from './own-listing.server.ts'

/** The author has found it, or looks no more. */
export async function withdrawWanted(trx: Trx, act: Act, wantedId: string) {
  if (!(await ownListing(trx, act.by, wantedId, 'wanted'))) return refused('not-yours')
  const set = { closed_reason: 'withdrawn', closed_at: act.at } as const
  const move = { id: wantedId, from: ['live'], to: 'closed', kind: 'closed', details: 'withdrawn', set } as const
  const wanted = await moveListing(trx, act, move)
  return wanted ? { wanted } : refused('wanted-closed')
}
