import type { Db } from '#db/database.ts'
import type { Point } from '../places/point.ts'
import { nearness } from './lot-filter.server.ts'
import { lotRows } from './lot-rows.server.ts'

const most = 24

/** What a member offers in their own name now, the newest first. */
export function offersOfMember(db: Db, memberId: string) {
  return liveOffers(db)
    .where('listings.donor_id', '=', memberId)
    .where('listings.organisation_id', 'is', null)
    .execute()
}

/** What an organisation offers now, whoever posted it. */
export function offersOfOrganisation(db: Db, organisationId: string) {
  return liveOffers(db).where('listings.organisation_id', '=', organisationId).execute()
}

/** What is offered around a hub and looked after by it, the nearest first. */
export function offersOfHub(db: Db, hub: Point & { id: string }, now: string) {
  return lotRows(db)
    .where('listings.hub_id', '=', hub.id)
    .where('listings.state', '=', 'live')
    .where('listings.kind', '=', 'offer')
    .where((eb) => eb.or([eb('listings.must_go_by', 'is', null), eb('listings.must_go_by', '>', now)]))
    .orderBy(nearness(hub))
    .orderBy('listings.id')
    .limit(12)
    .execute()
}

/** How many live offers each hub looks after, by its id. */
export async function offerCounts(db: Db, now: string) {
  const rows = await db
    .selectFrom('listings')
    .select((eb) => ['hub_id', eb.fn.countAll<number>().as('n')])
    .where('hub_id', 'is not', null)
    .where('state', '=', 'live')
    .where('kind', '=', 'offer')
    .where((eb) => eb.or([eb('must_go_by', 'is', null), eb('must_go_by', '>', now)]))
    .groupBy('hub_id')
    .execute()
  return new Map(rows.map(({ hub_id, n }) => [hub_id, n]))
}

function liveOffers(db: Db) {
  return lotRows(db)
    .where('listings.state', '=', 'live')
    .where('listings.kind', '=', 'offer')
    .orderBy('listings.published_at', 'desc')
    .orderBy('listings.id')
    .limit(most)
}
