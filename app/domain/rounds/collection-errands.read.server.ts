import type { Db } from '#db/database.ts'
import { companySites } from '../pickups/collection-sites.read.server.ts'
import { type CollectionDay, collectionDays, collectionsOf } from '../pickups/collections.read.server.ts'
import { titleOf } from '../pickups/take-collection.server.ts'
import type { Errand } from './errand.ts'
import { gradeOfCollection, loadOfCollection } from './load.ts'

/**
 * The collections that recur on a Roman day, wherever they were moved from, and that no round has yet: each an errand at the
 * company within its hours. One whose company has no place yet is none. What was put on a round once is a claim like any other.
 */
export async function collectionErrands(db: Db, hub: { id: string }, day: string): Promise<Errand[]> {
  const plans = await collectionsOf(db, { hub_ids: [hub.id] }, day)
  const open = (await collectionDays(db, plans, { day, count: 1 })).filter(({ on, lot }) => on === day && !lot)
  const sites = await companySites(
    db,
    open.map(({ plan }) => plan.organisation_id),
  )
  return open.flatMap((one) => {
    const site = sites.get(one.plan.organisation_id)
    return site ? [errandOf(one, { ...site, ...placeOf(one) })] : []
  })
}

/** Where the plan says, when it says so. */
function placeOf({ plan: { place_id, area } }: CollectionDay) {
  return place_id === null ? {} : { place_id, area: area ?? '' }
}

function errandOf(one: CollectionDay, site: { place_id: string; area: string }): Errand {
  const { plan, day, starts_at, ends_at } = one
  const id = `collection-${plan.id}-${day}`
  const handling = { floor: null, has_lift: 0, help_to_load: 0 } as const
  const claim = { id, listing_id: '', title: titleOf(one), unit: 'piece', quantity: 1, ...handling } as const
  return {
    id,
    collection: { id: plan.id, day },
    collect: { place_id: site.place_id, area: site.area },
    deliver: undefined,
    lacks_goal: false,
    window: { from: starts_at, to: ends_at },
    is_agreed: true,
    openings: null,
    must_go_by: null,
    from: plan.organisation_name,
    to: plan.hub_name,
    claims: [{ ...claim, grade: gradeOfCollection(plan), ...loadOfCollection(plan) }],
  }
}
