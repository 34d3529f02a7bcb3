import type { Trx } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { notify } from '../notifications/notify.server.ts'
import { mayAct } from '../people/people.read.server.ts'
import { refused } from '../refusal.ts'
import { acceptOffer } from './accept-offer.server.ts'
import type { ClaimAsk } from './claim-ask.ts'
import { claimDetails } from './find-claim.server.ts'
import { recordClaimEvent } from './move-claim.server.ts'
import { offerShare } from './offer-share.server.ts'
import { joinWaitingList } from './waiting-list.server.ts'

/**
 * Asks for `qty_wanted` (at least `qty_min`) base units of a lot. Where the first to come is served, what is free is
 * confirmed at once and the others wait in line; elsewhere the donor answers.
 */
export async function placeClaim(trx: Trx, act: Act, listingId: string, ask: ClaimAsk) {
  const listing = await trx.selectFrom('listings').selectAll().where('id', '=', listingId).executeTakeFirst()
  if (listing?.kind !== 'offer' || listing.state !== 'live') return refused('listing-closed')
  if (!(await mayAct(trx, act.by.id))) return refused('email-not-verified')
  const organisations = await organisationsOf(trx, act)
  if (ask.organisation_id !== null && !organisations.includes(ask.organisation_id)) return refused('not-yours')
  if (isOwn(act, listing, organisations)) return refused('own-listing')
  if (ask.qty_wanted > listing.total - listing.collected - listing.written_off) return refused('not-enough-left')
  if (ask.qty_wanted < listing.min_claim || ask.qty_min > ask.qty_wanted) return refused('below-minimum')

  const claim = await insertClaim(trx, act, listing, ask)
  if (!claim) return refused('already-asked')
  if (listing.allocation_rule !== 'first_come') {
    await tellDonor(trx, act, listing, claim)
    return { claim }
  }
  return { claim: await serveFirst(trx, act, listing, claim) }
}

async function serveFirst(trx: Trx, act: Act, listing: ListingRow, claim: ClaimRow) {
  const offered = await offerShare(trx, act, claim)
  if (!offered) return joinWaitingList(trx, act, claim)
  const accepted = await acceptOffer(trx, act, claim.id)
  await tellDonor(trx, act, listing, offered)
  return 'claim' in accepted ? accepted.claim : offered
}

const unanswered = {
  qty: 0,
  qty_done: 0,
  position: null,
  offered_at: null,
  offer_expires_at: null,
  confirmed_at: null,
  ended_at: null,
  end_reason: null,
  draw_word: '',
  place_in_rank: null,
  rank_reasons: '',
  schedule_by: null,
  is_replaced: 0,
} as const

async function insertClaim(trx: Trx, act: Act, listing: ListingRow, ask: ClaimAsk) {
  const claim = await trx
    .insertInto('claims')
    .values({
      id: newId(),
      listing_id: listing.id,
      parent_id: null,
      claimant_id: act.by.id,
      organisation_id: ask.organisation_id,
      party_key: ask.organisation_id ?? act.by.id,
      state: 'requested',
      is_open: 1,
      qty_wanted: ask.qty_wanted,
      qty_min: ask.qty_min,
      days: ask.days.join(','),
      transport: ask.transport,
      purpose: ask.purpose,
      requested_at: act.at,
      ...unanswered,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (claim) await recordClaimEvent(trx, act, claim, { kind: 'requested', from_state: null })
  return claim
}

async function organisationsOf(trx: Trx, act: Act) {
  const memberships = await trx
    .selectFrom('memberships')
    .select('organisation_id')
    .where('member_id', '=', act.by.id)
    .execute()
  return memberships.map((membership) => membership.organisation_id)
}

function isOwn(act: Act, listing: ListingRow, organisations: string[]) {
  return (
    listing.donor_id === act.by.id ||
    (listing.organisation_id !== null && organisations.includes(listing.organisation_id))
  )
}

async function tellDonor(trx: Trx, act: Act, listing: ListingRow, claim: ClaimRow) {
  const told = { member_id: listing.donor_id, kind: 'claim-requested', subject: 'claim', subject_id: claim.id } as const
  const details = claimDetails({ ...claim, title: listing.title, unit: listing.unit })
  await notify(trx, act, { ...told, event_key: `claim-requested:${claim.id}`, details })
}
