import type { Trx } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { lockLot } from '../listings/lock-lot.server.ts'
import { isCollecting } from '../listings/window.ts'
import { notify } from '../notifications/notify.server.ts'
import { mayAct } from '../people/people.read.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import type { ClaimAsk } from './claim-ask.ts'
import { claimDetails } from './find-claim.server.ts'
import { hubStockOf } from './hub-stock.read.server.ts'
import { insertClaim } from './insert-claim.server.ts'
import { catchUp } from './rescue-lot.server.ts'
import { serveInOrder } from './serve-in-order.server.ts'
import { runsHub } from './sides.read.server.ts'

/**
 * Asks for `qty_wanted` (at least `qty_min`) base units of a lot. Where the first to come is served, what is free is
 * confirmed at once and the rest waits in line; while a fair window is open requests are only collected; elsewhere the
 * donor answers.
 */
export async function placeClaim(trx: Trx, act: Act, listingId: string, ask: ClaimAsk) {
  const found = await lockLot(trx, listingId)
  if (found?.kind !== 'offer' || (found.state !== 'live' && found.state !== 'paused')) return refused('listing-closed')
  if (found.state === 'paused') return refused('listing-paused')
  const allowed = await mayAsk(trx, act, found, ask)
  if (isRefusal(allowed)) return allowed
  const lot = await catchUp(trx, act, found)
  const fits = stillFits(lot, ask)
  if (isRefusal(fits)) return fits

  const claim = await insertClaim(trx, act, lot, ask)
  if (!claim) return refused('already-asked')
  if (isCollecting(lot, act.at)) {
    await tellDonor(trx, act, lot, claim, 'claim-joined')
    return { claim }
  }
  if (lot.allocation_rule === 'donor_picks') {
    await tellDonor(trx, act, lot, claim, 'claim-requested')
    return { claim }
  }
  return { claim: await serveInOrder(trx, act, lot, claim) }
}

async function mayAsk(trx: Trx, act: Act, lot: ListingRow, ask: ClaimAsk) {
  if (!(await mayAct(trx, act.by.id))) return refused('email-not-verified')
  const memberships = await trx
    .selectFrom('memberships')
    .select('organisation_id')
    .where('member_id', '=', act.by.id)
    .execute()
  const actsFor = (id: string | null) => memberships.some(({ organisation_id }) => organisation_id === id)
  if (ask.organisation_id !== null && !actsFor(ask.organisation_id)) return refused('not-yours')
  if (lot.donor_id === act.by.id || actsFor(lot.organisation_id)) return refused('own-listing')
  return ask.hub_id == null ? undefined : mayTakeIn(trx, act, lot, { ...ask, hub_id: ask.hub_id })
}

// What a hub offers out of its stock is its own lot, whichever of its coordinators offered it.
async function mayTakeIn(trx: Trx, act: Act, lot: ListingRow, ask: ClaimAsk & { hub_id: string }) {
  if (ask.organisation_id !== null || !(await runsHub(trx, act.by, ask.hub_id))) return refused('not-yours')
  return (await hubStockOf(trx, lot.id)) === ask.hub_id ? refused('own-listing') : undefined
}

function stillFits(lot: ListingRow, ask: ClaimAsk) {
  if (ask.seen_rule !== undefined && ask.seen_rule !== lot.allocation_rule) return refused('rule-changed')
  if (ask.seen_revised_at !== undefined && ask.seen_revised_at !== lot.revised_at) return refused('lot-changed')
  if (ask.qty_wanted > lot.total - lot.collected - lot.written_off) return refused('not-enough-left')
  if (ask.qty_wanted < lot.min_claim || ask.qty_min > ask.qty_wanted) return refused('below-minimum')
  return undefined
}

type Told = 'claim-requested' | 'claim-joined'

async function tellDonor(trx: Trx, act: Act, lot: ListingRow, claim: ClaimRow, kind: Told) {
  const told = { member_id: lot.donor_id, kind, subject: 'claim', subject_id: claim.id } as const
  const details = {
    ...claimDetails({ ...claim, title: lot.title, unit: lot.unit }),
    ...(lot.window_closes_at === null ? {} : { expires_at: lot.window_closes_at }),
    ...(lot.must_go_by === null ? {} : { must_go_by: lot.must_go_by }),
  }
  await notify(trx, act, { ...told, event_key: `claim-requested:${claim.id}`, details })
}
