import type { Trx } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { setClock } from '../clocks/set-clock.server.ts'
import { holdUnits } from '../listings/hold-units.server.ts'
import { urgency } from '../listings/listing.ts'
import { notify } from '../notifications/notify.server.ts'
import { claimDetails } from './find-claim.server.ts'
import { forgiveReplaced } from './forgive-replaced.server.ts'
import { moveClaim } from './move-claim.server.ts'
import { offerExpiry, offerReminder } from './offer-clock.ts'

/**
 * Holds `quantity` base units of a lot for a requested or waiting claim, between its minimum and what it wants. Undefined
 * when the lot has not that many: nothing has changed then.
 */
export async function offerShare(trx: Trx, act: Act, lot: ListingRow, claim: ClaimRow, quantity: number) {
  if (quantity < claim.qty_min || quantity > claim.qty_wanted) return undefined
  if (!(await holdUnits(trx, lot.id, quantity))) return undefined
  const offer_expires_at = offerExpiry(act.at, urgency(lot.must_go_by, act.at))
  const offered = await moveClaim(trx, act, {
    id: claim.id,
    from: ['requested', 'waitlisted'],
    to: 'offered',
    kind: 'offered',
    set: { qty: quantity, offered_at: act.at, offer_expires_at, position: null },
  })
  if (!offered) throw new Error(`units are held for claim ${claim.id}, which waits no more`)
  await forgiveReplaced(trx, act, offered)
  return offered
}

/** Tells a claimant what they are offered and until when, and starts the clocks of that answer. */
export async function announceOffer(trx: Trx, act: Act, lot: ListingRow, offered: ClaimRow) {
  const expires_at = offered.offer_expires_at ?? act.at
  await setClock(trx, act, 'lapse-offer', offered.id, expires_at)
  await setClock(trx, act, 'remind-offer', offered.id, offerReminder(act.at, urgency(lot.must_go_by, act.at)))
  const told = { member_id: offered.claimant_id, kind: 'claim-offered', subject: 'claim' } as const
  const details = { ...claimDetails({ ...offered, title: lot.title, unit: lot.unit }), expires_at }
  const event_key = `claim-offered:${offered.id}:${act.at}`
  await notify(trx, act, { ...told, subject_id: offered.id, event_key, details })
}
