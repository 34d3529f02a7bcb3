import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import { newId } from '../id.server.ts'
import { later } from '../instant.ts'
import { available } from '../listings/listing.ts'
import { notify } from '../notifications/notify.server.ts'
import { searchesToTell } from './answered-searches.read.server.ts'
import { shortName } from './lot.ts'
import { proposedQuantity } from './match.ts'
import { offersFor, openWithPoint, seekersOf } from './matches.read.server.ts'
import { foundKey, mostTold, tellSearchers } from './tell-searchers.server.ts'

type Open = NonNullable<Awaited<ReturnType<typeof openWithPoint>>>

/**
 * Holds what has just opened against the other side: a lot against what people look for and the searches they keep, what
 * somebody looks for against the lots there are. Each pair is found once, and told once. Returns how many are new; nothing is reserved by it.
 */
export async function matchListing(trx: Trx, act: Act, listingId: string) {
  const listing = await openWithPoint(trx, listingId)
  if (!listing) return 0
  if (listing.kind === 'wanted') return matchWanted(trx, act, listing)
  const waiting = await searchesToTell(trx, listing, act.at)
  const answered = waiting.slice(0, mostTold)
  // Whoever asked to know at once does, though their wanted post would have told them tomorrow.
  await tellSearchers(
    trx,
    act,
    listing,
    answered.filter(({ rhythm }) => rhythm === 'at_once'),
  )
  const found = await matchOffer(trx, act, listing)
  await tellSearchers(
    trx,
    act,
    listing,
    answered.filter(({ rhythm }) => rhythm === 'daily'),
  )
  if (waiting.length > mostTold) await setClock(trx, act, 'match-listing', listing.id, later(act.at, { minutes: 1 }))
  return found
}

async function matchOffer(trx: Trx, act: Act, offer: Open) {
  const seekers = await seekersOf(trx, offer, act.at)
  const found = await keepMatches(
    trx,
    act,
    seekers.map((sought) => ({
      wanted_id: sought.id,
      listing_id: offer.id,
      quantity: proposedQuantity(offer, sought),
      distance_m: sought.distance_m,
    })),
  )
  const seekerOf = new Map(seekers.map((sought) => [sought.id, sought]))
  for (const match of found) {
    const sought = seekerOf.get(match.wanted_id)
    if (sought)
      await notify(trx, act, {
        ...tidings(match, offer),
        member_id: sought.donor_id,
        kind: 'match-found',
        event_key: foundKey(offer.id),
      })
  }
  const people = new Set(found.map(({ wanted_id }) => seekerOf.get(wanted_id)?.donor_id))
  if (people.size > 0) await tellDonor(trx, act, offer, people.size)
  return found.length
}

async function matchWanted(trx: Trx, act: Act, sought: Open) {
  const offers = await offersFor(trx, sought, act.at)
  const found = await keepMatches(
    trx,
    act,
    offers.map((offer) => ({
      wanted_id: sought.id,
      listing_id: offer.id,
      quantity: proposedQuantity(offer, sought),
      distance_m: offer.distance_m,
    })),
  )
  const news = new Set(found.map(({ listing_id }) => listing_id))
  for (const offer of offers) if (news.has(offer.id)) await tellDonor(trx, act, offer, 1)
  if (found.length > 0) {
    const about = {
      subject: 'wanted',
      subject_id: sought.id,
      event_key: `wanted-answered:${sought.id}:${act.at}`,
    } as const
    const details = { title: sought.title, count: found.length }
    await notify(trx, act, { ...about, kind: 'wanted-answered', member_id: sought.donor_id, details })
  }
  return found.length
}

type Pair = { wanted_id: string; listing_id: string; quantity: number; distance_m: number }

async function keepMatches(trx: Trx, act: Act, pairs: Pair[]) {
  if (pairs.length === 0) return []
  return trx
    .insertInto('matches')
    .values(pairs.map((pair) => ({ ...pair, id: newId(), found_at: act.at, invited_at: null })))
    .onConflict((conflict) => conflict.columns(['wanted_id', 'listing_id']).doNothing())
    .returningAll()
    .execute()
}

/** What a seeker reads of a lot that suits them: who, what, how much, how far, how large. */
export function tidings(match: Pair & { id: string }, offer: Open) {
  const { title, unit, piece_length_mm, piece_width_mm, piece_thickness_mm } = offer
  const size = { length_mm: piece_length_mm ?? 0, width_mm: piece_width_mm ?? 0, thickness_mm: piece_thickness_mm ?? 0 }
  const who = offer.organisation_name ?? shortName(offer.donor_name)
  const details = { title, who, quantity: available(offer), unit, distance_m: match.distance_m, ...size }
  return { subject: 'match', subject_id: match.id, details } as const
}

// Once for a lot, however many come after: who they are is on its page.
async function tellDonor(
  trx: Trx,
  act: Act,
  { id, title, donor_id }: { id: string; title: string; donor_id: string },
  count: number,
) {
  const about = { subject: 'listing', subject_id: id, event_key: `match-seekers:${id}` } as const
  await notify(trx, act, { ...about, kind: 'match-seekers', member_id: donor_id, details: { title, count } })
}
