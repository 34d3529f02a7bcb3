import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { ownListing } from '../listings/own-listing.server.ts'
import { notify } from '../notifications/notify.server.ts'
import { distanceMetres } from '../places/point.ts'
import { refused } from '../refusal.ts'
import { fits, proposedQuantity } from './match.ts'
import { tidings } from './match-listing.server.ts'
import { openWithPoint } from './matches.read.server.ts'

/**
 * The donor says to one who looks: this is for you. Once, and nothing is reserved: they ask like everybody else, and the
 * lot's own rule decides.
 */
export async function inviteSeeker(trx: Trx, act: Act, listingId: string, wantedId: string) {
  if (!(await ownListing(trx, act.by, listingId))) return refused('not-yours')
  const [offer, sought] = [await openWithPoint(trx, listingId), await openWithPoint(trx, wantedId)]
  if (!offer) return refused('not-live')
  if (sought?.kind !== 'wanted' || !fits(offer, sought, act.at)) return refused('no-match')
  const pair = { wanted_id: wantedId, listing_id: listingId }
  const facts = { quantity: proposedQuantity(offer, sought), distance_m: Math.round(distanceMetres(offer, sought)) }
  await trx
    .insertInto('matches')
    .values({ id: newId(), ...pair, ...facts, found_at: act.at, invited_at: null })
    .onConflict((conflict) => conflict.columns(['wanted_id', 'listing_id']).doNothing())
    .execute()
  const invited = await trx
    .updateTable('matches')
    .set({ ...facts, invited_at: act.at })
    .where('wanted_id', '=', wantedId)
    .where('listing_id', '=', listingId)
    .where('invited_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  if (!invited) return refused('already-invited')
  const event_key = `match-invited:${invited.id}`
  await notify(trx, act, { ...tidings(invited, offer), member_id: sought.donor_id, kind: 'match-invited', event_key })
  return { match: invited }
}
