import type { ExpressionBuilder } from 'kysely'
import type { Database, Db } from '#db/database.ts'
import { coordinates, type Member } from '../act.ts'
import { dayInRome, fromRome } from '../instant.ts'
import { daysLater } from '../places/opening.ts'
import { farthestMove, occurrencesOf } from './collection.ts'

export const weeksShown = 8

const most = 200

type Whose = { hub_ids: readonly string[] } | { member_id: string } | { id: string }

/** The plans of these hubs, or those at the organisations of a member, that have one from `day` on. */
export async function collectionsOf(db: Db, whose: Whose, day: string) {
  if ('hub_ids' in whose && whose.hub_ids.length === 0) return []
  const plans = await db
    .selectFrom('collections')
    .innerJoin('organisations', 'organisations.id', 'collections.organisation_id')
    .innerJoin('hubs', 'hubs.id', 'collections.hub_id')
    .leftJoin('places', 'places.id', 'collections.place_id')
    .selectAll('collections')
    .select(['organisations.name as organisation_name', 'hubs.name as hub_name', 'hubs.slug as hub_slug'])
    .select(['places.area', 'places.municipality'])
    .where((eb) => {
      if ('id' in whose) return eb('collections.id', '=', whose.id)
      const since = eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', daysLater(day, -farthestMove))])
      if ('member_id' in whose)
        return eb.and([since, eb('collections.organisation_id', 'in', organisationsOf(eb, whose.member_id))])
      return eb.and([since, eb('collections.hub_id', 'in', [...whose.hub_ids])])
    })
    .orderBy('organisations.name')
    .orderBy('collections.id')
    .limit(most)
    .execute()
  return plans.map((plan) => ({ ...plan, is_over: plan.ends_on !== null && plan.ends_on < day }))
}

function organisationsOf(eb: ExpressionBuilder<Database, 'collections'>, memberId: string) {
  return eb.selectFrom('memberships').select('organisation_id').where('member_id', '=', memberId)
}

/** One plan, to those of the company and those who run the hub, ended or not. */
export async function collectionFor(db: Db, member: Member, { id, day }: { id: string; day: string }) {
  const [plan] = await collectionsOf(db, { id }, day)
  if (!plan || coordinates(member, plan.hub_id)) return plan
  const people = db.selectFrom('memberships').select('member_id').where('organisation_id', '=', plan.organisation_id)
  return (await people.where('member_id', '=', member.id).executeTakeFirst()) ? plan : undefined
}

export type Collection = Awaited<ReturnType<typeof collectionsOf>>[number]

/** Every single one of them on the days from `day` on, with when it begins and ends, soonest first. */
export async function collectionDays(db: Db, plans: readonly Collection[], days: { day: string; count: number }) {
  if (plans.length === 0) return []
  const ids = plans.map(({ id }) => id)
  const since = daysLater(days.day, -farthestMove)
  const [changes, lots] = await Promise.all([
    db
      .selectFrom('collection_changes')
      .selectAll()
      .where('collection_id', 'in', ids)
      .where('day', '>=', since)
      .execute(),
    standingLots(db, ids, since),
  ])
  return plans
    .flatMap((plan) => {
      const own = changes.filter(({ collection_id }) => collection_id === plan.id)
      return occurrencesOf(plan, own, days).map(({ day, on, reason }) => ({
        plan,
        day,
        on,
        reason,
        changed_at: own.find((each) => each.day === day)?.changed_at,
        lot: lots.find((each) => each.collection_id === plan.id && each.day === day),
        starts_at: fromRome(`${on ?? day}T${plan.from_time}`),
        ends_at: fromRome(`${on ?? day}T${plan.to_time}`),
      }))
    })
    .sort((a, b) => a.starts_at.localeCompare(b.starts_at) || a.plan.id.localeCompare(b.plan.id))
}

export type CollectionDay = Awaited<ReturnType<typeof collectionDays>>[number]

/** When the van fetches this lot, if it is the load of a collection. */
export function collectionOfLot(db: Db, listingId: string) {
  return db
    .selectFrom('collection_lots')
    .select(['collection_id', 'starts_at', 'ends_at', 'expected_from', 'expected_to'])
    .where('listing_id', '=', listingId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

function standingLots(db: Db, collectionIds: readonly string[], since: string) {
  return db
    .selectFrom('collection_lots')
    .innerJoin('claims', 'claims.listing_id', 'collection_lots.listing_id')
    .selectAll('collection_lots')
    .select(['claims.id as claim_id', 'claims.state as claim_state'])
    .where('collection_lots.collection_id', 'in', [...collectionIds])
    .where('collection_lots.day', '>=', since)
    .where('collection_lots.ended_at', 'is', null)
    .execute()
}

/** One of them by the day of its plan, to those the plans are for. */
export async function collectionOn(db: Db, whose: Whose, { id, day, now }: { id: string; day: string; now: string }) {
  const plans = (await collectionsOf(db, whose, dayInRome(now))).filter((plan) => plan.id === id)
  const around = { day: daysLater(day, -farthestMove), count: 2 * farthestMove + 1 }
  return (await collectionDays(db, plans, around)).find((each) => each.day === day)
}

/** Whom a hub could come by at. */
export function organisationsToVisit(db: Db) {
  return db.selectFrom('organisations').select(['id', 'name']).orderBy('name').limit(500).execute()
}
