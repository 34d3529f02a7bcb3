import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { endClaim } from '../claims/end-claim.server.ts'
import { findClaim } from '../claims/find-claim.server.ts'
import { forgetSearches } from '../discovery/forget-searches.server.ts'
import { forgetMarks } from '../discovery/mark-lot.server.ts'
import { forgetParty } from '../handovers/forget-party.server.ts'
import { forgetThanks } from '../handovers/forget-thanks.server.ts'
import { closeListing } from '../listings/close-listing.server.ts'
import { forgetMessages } from '../messages/forget-messages.server.ts'
import { forgetLetters } from '../notifications/forget-letters.server.ts'
import { eraseMember } from '../people/erase-member.server.ts'
import { isLastAdmin } from '../people/first-admin.server.ts'
import { forgetAgenda } from '../pickups/forget-agenda.server.ts'
import { forgetNoShowWords } from '../pickups/forget-no-show-words.server.ts'
import { leavePickup } from '../pickups/leave-pickup.server.ts'
import { forgetDoors } from '../places/save-place.server.ts'
import { refused } from '../refusal.ts'

/**
 * Whoever acts leaves for good: what they offer is withdrawn, what they asked for is given back, those who waited are
 * told, and every personal fact goes. Past handovers stay in the ledger under a pseudonym of nobody.
 */
export async function eraseAccount(trx: Trx, act: Act) {
  if (await isLastAdmin(trx, act.by.id)) return refused('last-admin')
  await withdrawListings(trx, act)
  await giveBackClaims(trx, act)
  await forgetAgenda(trx, act)
  await forgetDoors(trx, act)
  await forgetNoShowWords(trx, act)
  await forgetThanks(trx, act)
  await forgetParty(trx, act)
  await forgetMessages(trx, act)
  await forgetSearches(trx, act)
  await forgetMarks(trx, act)
  await eraseMember(trx, act)
  await forgetLetters(trx, act)
  return { member_id: act.by.id }
}

async function withdrawListings(trx: Trx, act: Act) {
  const listings = await trx
    .selectFrom('listings')
    .select('id')
    .where('donor_id', '=', act.by.id)
    .where('state', '<>', 'closed')
    .execute()
  for (const { id } of listings) {
    const claims = await trx
      .selectFrom('claims')
      .select('id')
      .where('listing_id', '=', id)
      .where('is_open', '=', 1)
      .execute()
    for (const claim of claims) await endOpenClaim(trx, act, claim.id, 'superseded')
    await closeListing(trx, act, id, 'withdrawn')
  }
}

async function giveBackClaims(trx: Trx, act: Act) {
  const claims = await trx
    .selectFrom('claims')
    .select('id')
    .where('claimant_id', '=', act.by.id)
    .where('is_open', '=', 1)
    .execute()
  for (const { id } of claims) await endOpenClaim(trx, act, id, 'cancelled_by_claimant')
}

async function endOpenClaim(trx: Trx, act: Act, claimId: string, to: 'superseded' | 'cancelled_by_claimant') {
  await leavePickup(trx, act, claimId)
  const claim = await findClaim(trx, claimId)
  if (claim) await endClaim(trx, act, claim, to, 'member-left')
}
