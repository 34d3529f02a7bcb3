import type { Trx } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import type { Act } from '../act.ts'
import { notify } from '../notifications/notify.server.ts'
import { claimDetails } from './find-claim.server.ts'
import { moveClaim } from './move-claim.server.ts'
import { offerShare } from './offer-share.server.ts'

/** Puts a claim at the end of its lot's line. */
export async function joinWaitingList(trx: Trx, act: Act, claim: ClaimRow) {
  const last = await trx
    .selectFrom('claims')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('listing_id', '=', claim.listing_id)
    .where('state', '=', 'waitlisted')
    .executeTakeFirst()
  const position = (last?.position ?? 0) + 1
  const waiting = await moveClaim(trx, act, {
    id: claim.id,
    from: ['requested'],
    to: 'waitlisted',
    kind: 'waitlisted',
    set: { position },
  })
  await tell(trx, act, claim, 'claim-waitlisted', `claim-waitlisted:${claim.id}`, { position })
  return waiting ?? claim
}

/**
 * Units are free again: where nobody picks by hand, the first in line whose minimum fits is offered them, and so on
 * while any are left. Those passed over stay where they are.
 */
export async function advanceWaitingList(trx: Trx, act: Act, listingId: string) {
  const listing = await trx
    .selectFrom('listings')
    .select(['allocation_rule', 'state'])
    .where('id', '=', listingId)
    .executeTakeFirstOrThrow()
  if (listing.allocation_rule === 'donor_picks' || listing.state !== 'live') return
  const waiting = await trx
    .selectFrom('claims')
    .selectAll()
    .where('listing_id', '=', listingId)
    .where('state', '=', 'waitlisted')
    .orderBy('position')
    .limit(200)
    .execute()
  for (const claim of waiting) {
    const offered = await offerShare(trx, act, claim)
    if (!offered) continue
    await tell(trx, act, offered, 'claim-offered', `claim-offered:${claim.id}:${act.at}`, {
      expires_at: offered.offer_expires_at ?? '',
    })
  }
}

type Told = 'claim-waitlisted' | 'claim-offered'

async function tell(
  trx: Trx,
  act: Act,
  claim: ClaimRow,
  kind: Told,
  event_key: string,
  more: Record<string, string | number>,
) {
  const lot = await trx
    .selectFrom('listings')
    .select(['title', 'unit'])
    .where('id', '=', claim.listing_id)
    .executeTakeFirstOrThrow()
  const told = { member_id: claim.claimant_id, kind, subject: 'claim', subject_id: claim.id } as const
  await notify(trx, act, { ...told, event_key, details: { ...claimDetails({ ...claim, ...lot }), ...more } })
}
