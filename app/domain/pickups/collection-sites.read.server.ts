import type { Db } from '#db/database.ts'

export type Site = { place_id: string; area: string; material_key: string | null; donor_id: string }

/**
 * Where companies are and what they give, as their last lots say, and who speaks for them. Without a lot that had a place, or
 * an owner, a company is not in it.
 */
export async function companySites(db: Db, organisationIds: readonly string[]) {
  const ids = [...new Set(organisationIds)]
  if (ids.length === 0) return new Map<string, Site>()
  const [lots, owners] = await Promise.all([lastLots(db, ids), ownersOf(db, ids)])
  const donors = new Map(owners.toReversed().map(({ organisation_id, member_id }) => [organisation_id, member_id]))
  return new Map(
    lots.flatMap(({ organisation_id, place_id, area, material_key }): [string, Site][] => {
      const donor_id = donors.get(organisation_id ?? '')
      return organisation_id && place_id && donor_id
        ? [[organisation_id, { place_id, area, material_key, donor_id }]]
        : []
    }),
  )
}

/** Of the company, that everybody hears of what becomes of a collection: at most fifty. */
export async function peopleOf(db: Db, organisationId: string) {
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('members', 'members.id', 'memberships.member_id')
    .select(['members.id', 'members.locale'])
    .where('memberships.organisation_id', '=', organisationId)
    .where('members.erased_at', 'is', null)
    .orderBy('memberships.since')
    .orderBy('members.id')
    .limit(50)
    .execute()
  return rows
}

function lastLots(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('listings')
    .innerJoin('places', 'places.id', 'listings.place_id')
    .select(['listings.organisation_id', 'listings.place_id', 'listings.material_key', 'places.area'])
    .where('listings.organisation_id', 'in', [...ids])
    .where('listings.kind', '=', 'offer')
    .where((eb) =>
      eb(
        'listings.id',
        '=',
        eb
          .selectFrom('listings as newest')
          .select('newest.id')
          .whereRef('newest.organisation_id', '=', 'listings.organisation_id')
          .where('newest.kind', '=', 'offer')
          .where('newest.place_id', 'is not', null)
          .orderBy('newest.drafted_at', 'desc')
          .orderBy('newest.id', 'desc')
          .limit(1),
      ),
    )
    .execute()
}

function ownersOf(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('memberships')
    .innerJoin('members', 'members.id', 'memberships.member_id')
    .select(['memberships.organisation_id', 'memberships.member_id'])
    .where('memberships.organisation_id', 'in', [...ids])
    .where('memberships.role', '=', 'owner')
    .where('members.erased_at', 'is', null)
    .orderBy('memberships.since')
    .orderBy('memberships.member_id')
    .execute()
}
