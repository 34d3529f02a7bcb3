import type { Trx } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import { available } from '../listings/listing.ts'
import { lockLot } from '../listings/lock-lot.server.ts'
import { shareOf } from './claim.ts'
import { type Hold, holdsOn } from './holds.server.ts'
import { waitForRest } from './join-waiting-list.server.ts'
import { announceOffer, offerShare } from './offer-share.server.ts'
import { recordPassedOver } from './passed-over.server.ts'
import { tellPicker } from './tell-picker.server.ts'

const batch = 50

/**
 * Units are free again: where nobody picks by hand, the first in line whose minimum fits is offered them, and so on
 * while any are left. Those passed over stay where they are, and their history says why. Where the donor picks, the donor
 * is told.
 */
export async function advanceWaitingList(trx: Trx, act: Act, listingId: string) {
  const lot = await lockLot(trx, listingId)
  if (lot?.state !== 'live' || available(lot) === 0) return
  if (lot.allocation_rule === 'donor_picks') return tellPicker(trx, act, lot)
  let free = available(lot)
  let last = 0
  const holds = new Map<string, Hold>()
  while (free > 0) {
    const waiting = await nextInLine(trx, lot.id, { after: last, free })
    const found = await holdsOn(trx, lot, waiting, act.at)
    await wakeWhenLifted(trx, act, lot, found)
    for (const [id, hold] of found) holds.set(id, hold)
    for (const claim of waiting) {
      const quantity = holds.has(claim.id) ? 0 : shareOf(free, claim)
      if (quantity === 0) continue
      if (!(await serve(trx, act, lot, { claim, quantity, free, holds }))) return
      free -= quantity
    }
    if (waiting.length < batch) return
    last = waiting.at(-1)?.position ?? last
  }
}

type Turn = { claim: ClaimRow; quantity: number; free: number; holds: ReadonlyMap<string, Hold> }

async function serve(trx: Trx, act: Act, lot: ListingRow, { claim, quantity, free, holds }: Turn) {
  const offered = await offerShare(trx, act, lot, claim, quantity)
  if (!offered) return false
  const position = claim.position ?? 0
  await recordPassedOver(trx, act, { lot, before: position, free, holds, favoured: offered })
  await waitForRest(trx, act, offered, position)
  await announceOffer(trx, act, lot, offered)
  return true
}

function nextInLine(trx: Trx, listingId: string, { after, free }: { after: number; free: number }) {
  return trx
    .selectFrom('claims')
    .selectAll()
    .where('listing_id', '=', listingId)
    .where('state', '=', 'waitlisted')
    .where('position', '>', after)
    .where('qty_min', '<=', free)
    .orderBy('position')
    .limit(batch)
    .execute()
}

async function wakeWhenLifted(trx: Trx, act: Act, lot: ListingRow, holds: ReadonlyMap<string, Hold>) {
  const times = new Set([...holds.values()].map(({ until }) => until))
  for (const until of times)
    if (until !== null && until > act.at) await setClock(trx, act, 'open-to-all', lot.id, until)
}
