import type { Trx } from '#db/database.ts'
import type { ListingRow } from '#db/schema/listings.ts'
import type { Act } from '../act.ts'
import { mayAct } from '../people/people.read.server.ts'
import { isRefusal, refused } from '../refusal.ts'
import { draftOf } from './drafts.read.server.ts'
import { listingSearchText } from './listing-search-text.ts'
import { looksAt } from './looks-at.read.server.ts'
import { nextLotCode } from './lot-code.server.ts'
import { moveListing } from './move-listing.server.ts'
import { nearestHub } from './nearest-hub.server.ts'
import { openSharing } from './open-sharing.server.ts'
import type { PublishAsk } from './publish-ask.ts'
import { screenListing } from './refuse-list.ts'
import { tellCoordinators } from './tell-coordinators.server.ts'

/**
 * Makes a draft public under its donor's declaration, with a code and a hub; or lets a coordinator look first, where the
 * donor is new or the material delicate. What may not pass here is refused with what gave it away.
 */
export async function publishListing(trx: Trx, act: Act, listingId: string, ask: PublishAsk) {
  const draft = await draftOf(trx, act.by, listingId)
  if (!draft) return refused('not-yours')
  const listing = { ...draft.listing, organisation_id: ask.organisation_id }
  const allowed = await mayPublish(trx, act, draft.missing, listing, ask)
  if (isRefusal(allowed)) return allowed

  const look = await looksAt(trx, act.by, listing)
  const set = await facts(trx, act, listing, ask)
  const moved = await moveListing(trx, act, {
    id: listingId,
    from: ['draft'],
    to: look.length > 0 ? 'in_review' : 'live',
    kind: look.length > 0 ? 'sent-to-review' : 'published',
    details: look.join(','),
    set: look.length > 0 ? set : { ...set, code: await nextLotCode(trx, act.at), published_at: act.at },
  })
  if (!moved) return refused('not-a-draft')
  if (moved.state === 'live') return { listing: await openSharing(trx, act, moved) }
  await tellCoordinators(trx, act, moved)
  return { listing: moved }
}

async function mayPublish(trx: Trx, act: Act, missing: readonly string[], listing: ListingRow, ask: PublishAsk) {
  if (listing.state !== 'draft') return refused('not-a-draft')
  if (ask.given_as === 'waste') return refused('already-waste')
  if (!(await mayAct(trx, act.by.id))) return refused('email-not-verified')
  if (!(await actsFor(trx, act, ask.organisation_id))) return refused('not-your-organisation')
  if (missing.length > 0) return refused('incomplete')
  if (listing.must_go_by !== null && listing.must_go_by < act.at) return refused('deadline-passed')
  const screening = screenListing(listing)
  return screening ? { ...refused('refused-material'), screening } : undefined
}

async function facts(trx: Trx, act: Act, listing: ListingRow, ask: PublishAsk): Promise<Partial<ListingRow>> {
  return {
    organisation_id: ask.organisation_id,
    origin: ask.organisation_id === null ? 'household' : (ask.origin ?? null),
    declared_at: act.at,
    hub_id: await nearestHub(trx, listing.place_id),
    ...listingSearchText(listing),
  }
}

async function actsFor(trx: Trx, act: Act, organisationId: string | null) {
  if (organisationId === null) return true
  const membership = trx.selectFrom('memberships').select('role').where('member_id', '=', act.by.id)
  return (await membership.where('organisation_id', '=', organisationId).executeTakeFirst()) !== undefined
}
