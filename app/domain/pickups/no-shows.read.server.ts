import type { Db } from '#db/database.ts'
import type { Member } from '../act.ts'
import { findClaim } from '../claims/find-claim.server.ts'
import { sidesOf } from '../claims/sides.read.server.ts'
import { type Care, inCare } from './care.server.ts'
import { mayContest, mayDecide, stateOf } from './no-show.ts'

const most = 50

/** A no-show with the claim it was reported from, the pickup's time, and where a member stands. */
export async function findNoShow(db: Db, member: Member, noShowId: string) {
  const noShow = await noShowRows(db).where('no_shows.id', '=', noShowId).executeTakeFirst()
  const claim = noShow && (await findClaim(db, noShow.claim_id))
  if (!noShow || !claim) return undefined
  return { noShow, claim, sides: await sidesOf(db, member, claim) }
}

/** The same for a page, with what the member may do; undefined to strangers. */
export async function noShowFor(db: Db, member: Member, noShowId: string, now: string) {
  const seen = await findNoShow(db, member, noShowId)
  if (!seen) return undefined
  const { noShow, claim, sides } = seen
  if (!sides.donor && !sides.claimant && !sides.coordinator) return undefined
  const state = stateOf(noShow)
  const may = {
    contest: mayContest(sides, noShow, now),
    decide: state === 'contested' && mayDecide(member.id, sides, noShow),
  }
  return { noShow, claim, state, may, is_mine: sides[noShow.absent] }
}

/** The last no-show of a claim, for whoever stands on a side of it. */
export async function noShowOfClaim(db: Db, member: Member, claimId: string, now: string) {
  const last = await db
    .selectFrom('no_shows')
    .innerJoin('pickup_claims', 'pickup_claims.pickup_id', 'no_shows.pickup_id')
    .select('no_shows.id')
    .where('pickup_claims.claim_id', '=', claimId)
    .orderBy('no_shows.reported_at', 'desc')
    .executeTakeFirst()
  return last && noShowFor(db, member, last.id, now)
}

/** Missed pickups said to be a member's, since an instant, the newest first. At most 50. */
export async function noShowsOf(db: Db, memberId: string, since: string) {
  const rows = await noShowRows(db)
    .where('no_shows.absent_id', '=', memberId)
    .where('no_shows.reported_at', '>=', since)
    .orderBy('no_shows.reported_at', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({ ...row, state: stateOf(row) }))
}

/** Contested and not decided, the longest waiting first, with whether this member may decide. At most 50. */
export async function noShowsContested(db: Db, member: Member, care: Care) {
  const rows = await noShowRows(db)
    .where('no_shows.contested_at', 'is not', null)
    .where('no_shows.decision', 'is', null)
    .where(inCare(care, 'pickups.hub_id'))
    .orderBy('no_shows.contested_at')
    .limit(most)
    .execute()
  const theirs = await partiesOf(db, member)
  return rows.map((row) => ({ ...row, may_decide: !partiesIn(row).some((party) => theirs.includes(party)) }))
}

function noShowRows(db: Db) {
  return db
    .selectFrom('no_shows')
    .innerJoin('pickups', 'pickups.id', 'no_shows.pickup_id')
    .innerJoin('claims', 'claims.id', 'no_shows.claim_id')
    .innerJoin('listings', 'listings.id', 'claims.listing_id')
    .innerJoin('members as reporters', 'reporters.id', 'no_shows.reported_by')
    .innerJoin('members as donors', 'donors.id', 'pickups.donor_id')
    .innerJoin('members as claimants', 'claimants.id', 'pickups.claimant_id')
    .leftJoin('organisations as giving', 'giving.id', 'listings.organisation_id')
    .leftJoin('organisations as taking', 'taking.id', 'claims.organisation_id')
    .leftJoin('hubs as asking', 'asking.id', 'claims.hub_id')
    .selectAll('no_shows')
    .select(['pickups.starts_at', 'pickups.hub_id', 'pickups.donor_id', 'pickups.claimant_id', 'listings.title'])
    .select(['reporters.name as reporter_name', 'donors.name as donor_name', 'claimants.name as claimant_name'])
    .select(({ fn }) => [
      'giving.id as giving_id',
      'giving.name as giving_name',
      'taking.id as taking_id',
      fn.coalesce('asking.name', 'taking.name').as('taking_name'),
    ])
}

type Row = {
  reported_by: string
  donor_id: string
  claimant_id: string
  giving_id: string | null
  taking_id: string | null
}

function partiesIn({ reported_by, donor_id, claimant_id, giving_id, taking_id }: Row) {
  return [reported_by, donor_id, claimant_id, giving_id, taking_id]
}

/** A member and the organisations they act for. */
async function partiesOf(db: Db, member: Member): Promise<(string | null)[]> {
  const rows = await db.selectFrom('memberships').select('organisation_id').where('member_id', '=', member.id).execute()
  return [member.id, ...rows.map(({ organisation_id }) => organisation_id)]
}
