import type { Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import { type Act, coordinates } from '../act.ts'
import type { NoticeKind } from '../notifications/notice.ts'
import { notify } from '../notifications/notify.server.ts'
import { refused } from '../refusal.ts'
import { nextLotCode } from './lot-code.server.ts'
import { moveListing } from './move-listing.server.ts'
import { openSharing } from './open-sharing.server.ts'

/** A coordinator has looked: the lot goes live, with its code. */
export async function approveListing(trx: Trx, act: Act, listingId: string) {
  const waiting = await waitingListing(trx, act, listingId)
  if ('refused' in waiting) return waiting
  if (waiting.must_go_by !== null && waiting.must_go_by < act.at) return refused('deadline-passed')
  const set = { code: waiting.code ?? (await nextLotCode(trx, act.at)), published_at: act.at }
  const listing = await moveListing(trx, act, {
    id: listingId,
    from: ['in_review'],
    to: 'live',
    kind: 'published',
    set,
  })
  if (!listing) return refused('not-in-review')
  await tellDonor(trx, act, listing, 'listing-published', '')
  return { listing: await openSharing(trx, act, listing) }
}

/** A coordinator has looked, and it cannot pass here. The reason goes to the donor in the coordinator's own words. */
export async function refuseListing(trx: Trx, act: Act, listingId: string, reason: string) {
  const waiting = await waitingListing(trx, act, listingId)
  if ('refused' in waiting) return waiting
  const set = { closed_reason: 'refused', closed_at: act.at } as const
  const listing = await moveListing(trx, act, {
    id: listingId,
    from: ['in_review'],
    to: 'closed',
    kind: 'refused',
    details: reason,
    set,
  })
  if (!listing) return refused('not-in-review')
  await tellDonor(trx, act, listing, 'listing-refused', reason)
  return { listing }
}

async function waitingListing(trx: Trx, act: Act, listingId: string) {
  const listing = await trx.selectFrom('listings').selectAll().where('id', '=', listingId).executeTakeFirst()
  if (!listing || !coordinates(act.by, listing.hub_id)) return refused('not-yours')
  return listing.state === 'in_review' ? listing : refused('not-in-review')
}

async function tellDonor(trx: Trx, act: Act, { id, title, donor_id }: ListingRow, kind: NoticeKind, reason: string) {
  const about = { subject: 'listing', subject_id: id, event_key: `${kind}:${id}:${act.at}` } as const
  await notify(trx, act, { ...about, kind, member_id: donor_id, details: { title, reason } })
}
