import type { Db } from '#db/database.ts'

/** Until the address is proven, a member may draft but neither publish nor ask: refuse with 'email-not-verified'. */
export async function mayAct(db: Db, memberId: string) {
  const member = await db
    .selectFrom('members')
    .select('email_verified_at')
    .where('id', '=', memberId)
    .executeTakeFirst()
  return member?.email_verified_at != null
}

/** What signing in compares: nobody erased, whatever is typed in capitals. */
export function credentialsOf(db: Db, email: string) {
  return db
    .selectFrom('members')
    .select(['id', 'password_hash', 'locale'])
    .where('email', '=', email)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
}

/** A member's own account, for nobody but them. */
export async function accountOf(db: Db, memberId: string) {
  const member = await db
    .selectFrom('members')
    .select(['id', 'email', 'email_verified_at', 'name', 'about', 'locale', 'password_hash', 'is_admin'])
    .where('id', '=', memberId)
    .executeTakeFirstOrThrow()
  return { member, organisations: await organisationsOf(db, memberId) }
}

/** The organisations a member acts for. */
export function organisationsOf(db: Db, memberId: string) {
  return db
    .selectFrom('memberships')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisation_id')
    .select([
      'organisations.id',
      'organisations.name',
      'organisations.kind',
      'organisations.vat_number',
      'memberships.role',
    ])
    .where('memberships.member_id', '=', memberId)
    .orderBy('organisations.name')
    .execute()
}

/** What anyone may know of a member. Undefined for someone who left. */
export async function memberProfile(db: Db, memberId: string) {
  const member = await db
    .selectFrom('members')
    .select(['id', 'name', 'about', 'joined_at'])
    .where('id', '=', memberId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (!member) return undefined
  const [organisations, hubs, area] = await Promise.all([
    organisationsOf(db, memberId),
    hubsRunBy(db, memberId),
    areaOf(db, memberId),
  ])
  return { ...member, organisations: organisations.map(({ id, name, kind }) => ({ id, name, kind })), hubs, area }
}

/** What anyone may know of an organisation, and who acts for it. */
export async function organisationProfile(db: Db, organisationId: string) {
  const organisation = await db
    .selectFrom('organisations')
    .select(['id', 'name', 'kind', 'about', 'registered_at'])
    .where('id', '=', organisationId)
    .executeTakeFirst()
  if (!organisation) return undefined
  const people = await db
    .selectFrom('memberships')
    .innerJoin('members', 'members.id', 'memberships.member_id')
    .select(['members.id', 'members.name'])
    .where('memberships.organisation_id', '=', organisationId)
    .where('members.erased_at', 'is', null)
    .orderBy('members.name')
    .execute()
  return { ...organisation, people }
}

/** The hubs a member coordinates. */
export function hubsRunBy(db: Db, memberId: string) {
  return db
    .selectFrom('hub_coordinators')
    .innerJoin('hubs', 'hubs.id', 'hub_coordinators.hub_id')
    .select(['hubs.id', 'hubs.slug', 'hubs.name'])
    .where('hub_coordinators.member_id', '=', memberId)
    .orderBy('hubs.name')
    .execute()
}

// The area where they last offered something: a name, never a point.
async function areaOf(db: Db, memberId: string) {
  const place = await db
    .selectFrom('listings')
    .innerJoin('places', 'places.id', 'listings.place_id')
    .select('places.area')
    .where('listings.donor_id', '=', memberId)
    .where('listings.kind', '=', 'offer')
    .where('listings.published_at', 'is not', null)
    .orderBy('listings.published_at', 'desc')
    .executeTakeFirst()
  return place?.area
}
