import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database, Db } from '#db/database.ts'
import type { Member } from '../act.ts'
import { membersPutFirst } from '../claims/audience.read.server.ts'
import { lotRows } from './lot-rows.server.ts'

type Going = { listing_id: string; place_id: string | null; donor_id: string }

const most = 6

/**
 * Other live lots at the site a claimant is going to anyway, with something left that they may ask for now: what must
 * go first comes first. A site is one place, or one donor's places that are shown at one point.
 */
export async function lotsBeside(db: Db, member: Member, going: Going, now: string) {
  const places = db.selectFrom('places').select(['latitude_e6', 'longitude_e6'])
  const there = await places.where('id', '=', going.place_id).executeTakeFirst()
  if (!there) return []
  const isFirst = (await membersPutFirst(db, [member.id])).has(member.id)
  return lotRows(db)
    .where('listings.kind', '=', 'offer')
    .where('listings.state', '=', 'live')
    .where('listings.id', '!=', going.listing_id)
    .where((eb) =>
      eb.or([
        eb('listings.place_id', '=', going.place_id),
        eb.and([
          eb('listings.donor_id', '=', going.donor_id),
          eb('places.latitude_e6', '=', there.latitude_e6),
          eb('places.longitude_e6', '=', there.longitude_e6),
        ]),
      ]),
    )
    .where(openTo({ isFirst, now }))
    .where(sql<SqlBool>`not ${isTheirs(member)} and not ${isHidden(member)} and not ${isAsked(member)}`)
    .orderBy((eb) => eb.fn.coalesce('listings.must_go_by', eb.val('9999')))
    .orderBy('listings.id')
    .limit(most)
    .execute()
}

function openTo({ isFirst, now }: { isFirst: boolean; now: string }) {
  return (eb: ExpressionBuilder<Database, 'listings'>) =>
    eb.and([
      sql<SqlBool>`listings.total - listings.held - listings.collected - listings.written_off > 0`,
      eb.or([eb('listings.must_go_by', 'is', null), eb('listings.must_go_by', '>', now)]),
      ...(isFirst
        ? []
        : [eb.or([eb('listings.reserved_until', 'is', null), eb('listings.reserved_until', '<=', now)])]),
    ])
}

const organisationsOf = ({ id }: Member) => sql`(select organisation_id from memberships where member_id = ${id})`
const hubsOf = ({ id }: Member) => sql`(select hub_id from hub_coordinators where member_id = ${id})`

function isTheirs(member: Member) {
  const house = sql`(listings.organisation_id is not null and listings.organisation_id in ${organisationsOf(member)})`
  return sql`(listings.donor_id = ${member.id} or ${house})`
}

function isHidden({ id }: Member) {
  return sql`exists (select 1 from lot_marks
    where lot_marks.listing_id = listings.id and lot_marks.member_id = ${id} and lot_marks.hidden_at is not null)`
}

function isAsked(member: Member) {
  return sql`exists (select 1 from claims where claims.listing_id = listings.id and claims.is_open = 1
    and (claims.claimant_id = ${member.id} or claims.organisation_id in ${organisationsOf(member)}
      or claims.hub_id in ${hubsOf(member)}))`
}
