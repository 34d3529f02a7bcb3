import type { Db } from '#db/database.ts'
import type { Model } from './state.ts'

export type Tables = Awaited<ReturnType<typeof readTables>>

/** Everything the database says of this sequence's lots, and the notices that ended its claims. */
export async function readTables(db: Db, model: Model) {
  const lotIds = [...model.lots.keys()]
  const [lots, claims, pickups, served, handovers, noShows, notices] = await Promise.all([
    db.selectFrom('listings').selectAll().where('id', 'in', lotIds).execute(),
    db.selectFrom('claims').selectAll().where('listing_id', 'in', lotIds).orderBy('id').execute(),
    db.selectFrom('pickups').selectAll().where('place_id', 'in', placesOf(model)).orderBy('id').execute(),
    db
      .selectFrom('pickup_claims')
      .innerJoin('claims', 'claims.id', 'pickup_claims.claim_id')
      .select(['pickup_claims.pickup_id', 'pickup_claims.claim_id'])
      .where('claims.listing_id', 'in', lotIds)
      .execute(),
    db.selectFrom('handovers').selectAll().where('listing_id', 'in', lotIds).execute(),
    db
      .selectFrom('no_shows')
      .innerJoin('claims', 'claims.id', 'no_shows.claim_id')
      .selectAll('no_shows')
      .where('claims.listing_id', 'in', lotIds)
      .execute(),
    endNotices(db, lotIds),
  ])
  return { lots, claims, pickups, served, handovers, noShows, notices }
}

function placesOf(model: Model) {
  return [...new Set([...model.lots.values()].map(({ site }) => model.cast.id(site)))]
}

const ends = [
  'claim-declined',
  'claim-cancelled',
  'claim-superseded',
  'claim-lapsed',
  'claim-no-show',
  'claim-rest-ended',
] as const

function endNotices(db: Db, lotIds: readonly string[]) {
  return db
    .selectFrom('claims')
    .innerJoin('notices', (join) =>
      join.onRef('notices.subject_id', '=', 'claims.id').onRef('notices.member_id', '=', 'claims.claimant_id'),
    )
    .select('claims.id as claim_id')
    .where('claims.listing_id', 'in', lotIds)
    .where('notices.subject', '=', 'claim')
    .where('notices.kind', 'in', ends)
    .execute()
}
