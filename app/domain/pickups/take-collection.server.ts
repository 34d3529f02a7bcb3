import type { Trx } from '#db/database.ts'
import { type Act, coordinates } from '../act.ts'
import { claimCollection } from '../claims/claim-collection.server.ts'
import { later } from '../instant.ts'
import { postCollection } from '../listings/post-collection.server.ts'
import { refused } from '../refusal.ts'
import { companySites } from './collection-sites.read.server.ts'
import { type CollectionDay, collectionOn } from './collections.read.server.ts'

/** A phone without signal may still hold what was fetched: until then the load stays open. */
const daysOpen = 7

/**
 * One day of a collection goes on a round: from now on it is a load of its own, given by the company and promised to the hub,
 * and is collected, weighed and counted like any other. Twice on one day it is refused.
 */
export async function takeCollection(trx: Trx, act: Act, { id, day }: { id: string; day: string }) {
  const plan = await trx.selectFrom('collections').select('hub_id').where('id', '=', id).executeTakeFirst()
  if (!plan || !coordinates(act.by, plan.hub_id)) return refused('not-yours')
  const one = await collectionOn(trx, { hub_ids: [plan.hub_id] }, { id, day, now: act.at })
  if (!one || one.on === undefined || one.lot) return refused('no-such-collection')
  const site = (await companySites(trx, [one.plan.organisation_id])).get(one.plan.organisation_id)
  if (!site) return refused('no-such-collection')
  const listing = await postCollection(trx, act, {
    ...{ donor_id: site.donor_id, organisation_id: one.plan.organisation_id, hub_id: plan.hub_id },
    ...{ place_id: one.plan.place_id ?? site.place_id, material_key: site.material_key },
    ...{ title: titleOf(one), description: one.plan.note, expected_g: one.plan.expected_g },
    ...{ available_from: one.starts_at, must_go_by: later(one.ends_at, { days: daysOpen }) },
  })
  const kept = { listing_id: listing.id, collection_id: id, day, starts_at: one.starts_at, ends_at: one.ends_at }
  const taken = trx
    .insertInto('collection_lots')
    .values(kept)
    .onConflict((conflict) => conflict.doNothing())
  if (!(await taken.returning('listing_id').executeTakeFirst())) return refused('no-such-collection')
  const claim = await claimCollection(trx, act, listing, plan.hub_id)
  return { listing_id: listing.id, claim_id: claim.id }
}

/** The words of whoever plans it: a lot has one title, whatever language it is read in. */
export function titleOf({ plan }: Pick<CollectionDay, 'plan'>) {
  return `Raccolta da ${plan.organisation_name}`
}
