import type { Trx } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { revealDraw } from '../listings/draw.server.ts'
import { available } from '../listings/listing.ts'
import { lockLot } from '../listings/lock-lot.server.ts'
import { isCollecting } from '../listings/window.ts'
import { refused } from '../refusal.ts'
import { shareOf } from './claim.ts'
import { joinWaitingList, waitForRest } from './join-waiting-list.server.ts'
import { recordClaimEvents } from './move-claim.server.ts'
import { announceOffer, offerShare } from './offer-share.server.ts'
import { recordPassedOver } from './passed-over.server.ts'
import { type RankReasons, rank } from './rank.ts'
import { standingsOf } from './standings.server.ts'
import { tellWindowClosed } from './tell-window-closed.server.ts'
import { writeDraw } from './write-draw.server.ts'

/**
 * A fair window whose time has come closes: its draw is revealed, everybody who asked is ranked and served in turn, those
 * for whom nothing fits wait in that order, and each of them and the donor is told. Closing it twice does nothing twice.
 */
export async function closeWindow(trx: Trx, act: Act, listingId: string) {
  const lot = await lockLot(trx, listingId)
  if (lot?.state !== 'live') return refused('listing-closed')
  if (lot.allocation_rule !== 'fair_window' || lot.window_closes_at === null) return refused('no-window')
  if (isCollecting(lot, act.at)) return refused('window-open')
  const shared = await shareOut(trx, act, lot)
  return shared ? { listing_id: lot.id, ...shared } : refused('window-closed')
}

/** The same for a lot already locked, whatever the time; undefined when its draw was revealed before. */
export async function shareOut(trx: Trx, act: Act, lot: ListingRow) {
  const asked = await requestsOn(trx, lot.id)
  const words = asked.map(({ id, draw_word }) => ({ claim_id: id, draw_word }))
  const drawn = await revealDraw(trx, act, lot, words)
  if (!drawn) return undefined
  await writeDraw(trx, drawn, asked)
  const ranked = rank(await standingsOf(trx, lot, asked, { at: act.at, tickets: drawn.tickets }))
  const line: Line = { free: available(lot), position: 1, offered: 0, waiting: 0 }
  for (const { claim_id, ...reasons } of ranked) {
    const claim = asked.find(({ id }) => id === claim_id)
    if (claim) await serveRanked(trx, act, lot, { claim: await noteRank(trx, act, claim, reasons), line })
  }
  const counts = { asked: asked.length, offered: line.offered, waiting: line.waiting }
  await tellWindowClosed(trx, act, lot, counts)
  return counts
}

type Line = { free: number; position: number; offered: number; waiting: number }

async function serveRanked(trx: Trx, act: Act, lot: ListingRow, { claim, line }: { claim: ClaimRow; line: Line }) {
  const quantity = shareOf(line.free, claim)
  const offered = quantity > 0 ? await offerShare(trx, act, lot, claim, quantity) : undefined
  if (!offered) {
    await joinWaitingList(trx, act, lot, claim, { position: line.position })
    line.position += 1
    line.waiting += 1
    return
  }
  await recordPassedOver(trx, act, { lot, free: line.free, holds: new Map(), favoured: offered })
  if (await waitForRest(trx, act, offered, line.position)) line.position += 1
  await announceOffer(trx, act, lot, offered)
  line.free -= quantity
  line.offered += 1
}

function requestsOn(trx: Trx, listingId: string) {
  return trx
    .selectFrom('claims')
    .selectAll()
    .where('listing_id', '=', listingId)
    .where('state', '=', 'requested')
    .orderBy('id')
    .execute()
}

async function noteRank(trx: Trx, act: Act, claim: ClaimRow, reasons: RankReasons) {
  const rank_reasons = JSON.stringify(reasons)
  const ranked = await trx
    .updateTable('claims')
    .set({ place_in_rank: reasons.place, rank_reasons })
    .where('id', '=', claim.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordClaimEvents(trx, act, [{ claim, kind: 'ranked', from_state: claim.state, details: rank_reasons }])
  return ranked
}
