import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { later } from '../instant.ts'
import { notify } from '../notifications/notify.server.ts'
import { refused } from '../refusal.ts'
import { warnings } from './listing-clocks.ts'

/** Tells the donor that a lot must go soon, and in the last day the hub that may take it in. Once per warning and deadline. */
export async function warnOfExpiry(trx: Trx, act: Act, listingId: string) {
  const lot = await trx
    .selectFrom('listings')
    .select(['title', 'donor_id', 'hub_id', 'must_go_by'])
    .where('id', '=', listingId)
    .where('kind', '=', 'offer')
    .where('state', 'in', ['live', 'paused'])
    .where('must_go_by', '>', act.at)
    .executeTakeFirst()
  const hours = warnings.findLast((each) => lot?.must_go_by && lot.must_go_by <= later(act.at, { hours: each }))
  if (!lot?.must_go_by || hours === undefined) return refused('not-expiring')
  const hub = hours === 24 && lot.hub_id !== null ? await coordinatorsOf(trx, lot.hub_id) : []
  const about = {
    subject: 'listing',
    subject_id: listingId,
    event_key: `listing-expiring:${listingId}:${lot.must_go_by}:${hours}`,
  } as const
  const details = { title: lot.title, must_go_by: lot.must_go_by }
  for (const member_id of new Set([lot.donor_id, ...hub])) {
    await notify(trx, act, { ...about, kind: 'listing-expiring', member_id, details })
  }
  return { listing_id: listingId, hours }
}

async function coordinatorsOf(trx: Trx, hubId: string) {
  const rows = await trx.selectFrom('hub_coordinators').select('member_id').where('hub_id', '=', hubId).execute()
  return rows.map((row) => row.member_id)
}
