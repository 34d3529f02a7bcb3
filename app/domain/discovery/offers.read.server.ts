import type { Db } from '#db/database.ts'
import { lotRows } from './lot-rows.server.ts'

const most = 24

/** What a member offers in their own name now, the newest first. */
export function offersOfMember(db: Db, memberId: string) {
  return liveOffers(db).where('listings.donor_id', '=', memberId).where('listings.organisation_id', 'is', null).execute()
}

/** What an organisation offers now, whoever posted it. */
export function offersOfOrganisation(db: Db, organisationId: string) {
  return liveOffers(db).where('listings.organisation_id', '=', organisationId).execute()
}

function liveOffers(db: Db) {
  return lotRows(db)
    .where('listings.state', '=', 'live')
    .where('listings.kind', '=', 'offer')
    .orderBy('listings.published_at', 'desc')
    .orderBy('listings.id')
    .limit(most)
}
