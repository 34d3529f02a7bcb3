import type { Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { isDrawSecret } from '../listings/draw.server.ts'
import { urgency } from '../listings/listing.ts'
import { lockLot } from '../listings/lock-lot.server.ts'
import { beginRescue } from '../listings/open-sharing.server.ts'
import { isCollecting } from '../listings/window.ts'
import { refused } from '../refusal.ts'
import { closeWindow, shareOut } from './close-window.server.ts'
import { joinWaitingList } from './join-waiting-list.server.ts'
import { advanceWaitingList } from './waiting-list.server.ts'

/**
 * A lot enters its last day: an open window is shared out at once, and from now on the first to come is served. Those a
 * picking donor has not answered wait in the order in which they asked; quota and reserve hold nobody back any more.
 */
export async function rescueLot(trx: Trx, act: Act, listingId: string) {
  const lot = await lockLot(trx, listingId)
  if (lot?.state !== 'live') return refused('listing-closed')
  if (urgency(lot.must_go_by, act.at) !== 'rescue') return refused('not-rescue')
  await rescue(trx, act, lot)
  return { listing_id: lot.id }
}

/** People may have some who could not before, or units were added: the line moves on. What is overdue is done first. */
export async function openToAll(trx: Trx, act: Act, listingId: string) {
  const lot = await lockLot(trx, listingId)
  if (lot?.state !== 'live') return refused('listing-closed')
  await catchUp(trx, act, lot)
  await advanceWaitingList(trx, act, listingId)
  return { listing_id: listingId }
}

/** Does what a late clock has left undone on a locked lot, so that who comes now is treated as the hour demands. */
export async function catchUp(trx: Trx, act: Act, lot: ListingRow): Promise<ListingRow> {
  const byTheClock = { ...act, via: 'job' } as const
  const isRescue = urgency(lot.must_go_by, act.at) === 'rescue'
  if (isRescue && lot.allocation_rule !== 'first_come') await rescue(trx, byTheClock, lot)
  else if (await isOverdue(trx, lot, act.at)) await closeWindow(trx, byTheClock, lot.id)
  else return lot
  return (await lockLot(trx, lot.id)) ?? lot
}

async function isOverdue(trx: Trx, lot: ListingRow, at: string) {
  return lot.allocation_rule === 'fair_window' && !isCollecting(lot, at) && (await isDrawSecret(trx, lot))
}

async function rescue(trx: Trx, act: Act, lot: ListingRow) {
  const shared = lot.allocation_rule === 'fair_window' ? await shareOut(trx, act, lot) : undefined
  const isNew = await beginRescue(trx, act, lot)
  if (isNew && !shared) await lineUp(trx, act, lot)
  await advanceWaitingList(trx, act, lot.id)
}

async function lineUp(trx: Trx, act: Act, lot: ListingRow) {
  const asked = await trx
    .selectFrom('claims')
    .selectAll()
    .where('listing_id', '=', lot.id)
    .where('state', '=', 'requested')
    .orderBy('requested_at')
    .orderBy('id')
    .execute()
  for (const claim of asked) await joinWaitingList(trx, act, lot, claim)
}
