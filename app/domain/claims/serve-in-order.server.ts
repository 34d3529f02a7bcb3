import type { Trx } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import { available } from '../listings/listing.ts'
import { lockLot } from '../listings/lock-lot.server.ts'
import { confirmClaim, tellConfirmed } from './accept-offer.server.ts'
import { shareOf } from './claim.ts'
import { holdsOn } from './holds.server.ts'
import { joinWaitingList, waitForRest } from './join-waiting-list.server.ts'
import { offerShare } from './offer-share.server.ts'
import { recordPassedOver } from './passed-over.server.ts'
import { advanceWaitingList } from './waiting-list.server.ts'

/**
 * Serves a request as it comes: what is free is confirmed at once, and a rest waits. Whoever is held back, or finds too
 * little, joins the line. Those already in line go first, wherever their minimum fits.
 */
export async function serveInOrder(trx: Trx, act: Act, locked: ListingRow, claim: ClaimRow) {
  const lot = await afterTheLine(trx, act, locked)
  const free = available(lot)
  const hold = free > 0 ? (await holdsOn(trx, lot, [claim], act.at)).get(claim.id) : undefined
  if (hold?.until) await setClock(trx, act, 'open-to-all', lot.id, hold.until)
  const quantity = hold ? 0 : shareOf(free, claim)
  const offered = quantity > 0 ? await offerShare(trx, act, lot, claim, quantity) : undefined
  if (!offered) return joinWaitingList(trx, act, lot, claim, hold ? { why: hold.why } : {})

  const confirmed = await confirmClaim(trx, act, { id: claim.id, must_go_by: lot.must_go_by })
  if (!confirmed) throw new Error(`claim ${claim.id} was answered while its lot was locked`)
  await noteLine(trx, act, lot, { offered, free })
  await waitForRest(trx, act, offered)
  const told = { ...confirmed, title: lot.title, unit: lot.unit }
  await tellConfirmed(trx, act, told, lot.donor_id)
  await tellConfirmed(trx, act, told, claim.claimant_id)
  return confirmed
}

// Free units and somebody in line for them: a clock is late, and is not waited for.
async function afterTheLine(trx: Trx, act: Act, lot: ListingRow) {
  if (available(lot) === 0 || !(await isAnyoneWaiting(trx, lot.id))) return lot
  await advanceWaitingList(trx, { ...act, via: 'job' }, lot.id)
  return (await lockLot(trx, lot.id)) ?? lot
}

async function noteLine(trx: Trx, act: Act, lot: ListingRow, { offered, free }: { offered: ClaimRow; free: number }) {
  if (!(await isAnyoneWaiting(trx, lot.id))) return
  const line = await trx
    .selectFrom('claims')
    .select(['id', 'organisation_id', 'party_key'])
    .where('listing_id', '=', lot.id)
    .where('state', '=', 'waitlisted')
    .execute()
  const holds = await holdsOn(trx, lot, line, act.at)
  await recordPassedOver(trx, act, { lot, free, holds, favoured: offered })
}

async function isAnyoneWaiting(trx: Trx, listingId: string) {
  const waiting = await trx
    .selectFrom('claims')
    .select('id')
    .where('listing_id', '=', listingId)
    .where('state', '=', 'waitlisted')
    .limit(1)
    .executeTakeFirst()
  return waiting !== undefined
}
