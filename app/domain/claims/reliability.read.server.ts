import { type ExpressionBuilder, type ExpressionWrapper, type SqlBool, sql } from 'kysely'
import type { Database, Db } from '#db/database.ts'
import { later } from '../instant.ts'
import { daysThatCount, nothingYet, type Reliability, reliabilityOf, type Track } from './reliability.ts'

const most = 500

type Fact = { member_id: string; what: string; times: number; at: string | null; starts_at: string | null }

/**
 * How reliably each of these members (at most 500) came for what they asked, from the last 180 days: one question for all of
 * them. Whoever has no past is in it too.
 */
export async function claimantsReliability(db: Db, memberIds: readonly string[], now: string) {
  const ids = distinct(memberIds)
  const since = later(now, { days: -daysThatCount })
  if (ids.length === 0) return new Map<string, Reliability>()
  const facts = await collected(db, ids, since)
    .unionAll(calledOff(db, ids, since))
    .unionAll(missed(db, 'claimant', ids, since))
    .execute()
  return summed(ids, facts.filter(isLateOrOther))
}

/** The same of those who give: there when somebody came, and no yes taken back. */
export async function donorsReliability(db: Db, memberIds: readonly string[], now: string) {
  const ids = distinct(memberIds)
  const since = later(now, { days: -daysThatCount })
  if (ids.length === 0) return new Map<string, Reliability>()
  const facts = await given(db, ids, since)
    .unionAll(takenBack(db, ids, since))
    .unionAll(missed(db, 'donor', ids, since))
    .execute()
  return summed(ids, facts)
}

const none = sql<string | null>`cast(null as text)`

function collected(db: Db, ids: string[], since: string) {
  return db
    .selectFrom('claims')
    .select(({ fn }) => ['claimant_id as member_id', sql<string>`'kept'`.as('what'), fn.countAll<number>().as('times')])
    .select([none.as('at'), none.as('starts_at')])
    .where('claimant_id', 'in', ids)
    .where('state', '=', 'collected')
    .where('ended_at', '>=', since)
    .groupBy('claimant_id')
}

// When the claim last left its agreed pickup by its claimant's hand, and when that pickup was to be. Saying that the donor
// was absent is no calling off.
function calledOff(db: Db, ids: string[], since: string) {
  return db
    .selectFrom('claims')
    .innerJoin('claim_events as left', 'left.claim_id', 'claims.id')
    .select(({ fn, selectFrom }) => [
      'claims.claimant_id as member_id',
      sql<string>`'late'`.as('what'),
      sql<number>`1`.as('times'),
      fn.max<string | null>('left.at').as('at'),
      selectFrom('claim_events as agreed')
        .select('agreed.details')
        .whereRef('agreed.claim_id', '=', 'claims.id')
        .where('agreed.kind', '=', 'scheduled')
        .orderBy('agreed.at', 'desc')
        .limit(1)
        .as('starts_at'),
    ])
    .where('claims.claimant_id', 'in', ids)
    .where('claims.state', '=', 'cancelled_by_claimant')
    .where('claims.is_replaced', '=', 0)
    .where('claims.ended_at', '>=', since)
    .where('left.from_state', '=', 'scheduled')
    .where('left.details', '<>', 'no-show')
    .where((eb) =>
      eb.or([eb('left.to_state', '=', 'cancelled_by_claimant'), eb('left.by_id', '=', eb.ref('claims.claimant_id'))]),
    )
    .groupBy(['claims.claimant_id', 'claims.id'])
}

function missed(db: Db, side: 'claimant' | 'donor', ids: string[], since: string) {
  return db
    .selectFrom('no_shows')
    .select(({ fn }) => [
      'absent_id as member_id',
      sql<string>`'missed'`.as('what'),
      fn.countAll<number>().as('times'),
      fn.max<string | null>('reported_at').as('at'),
      none.as('starts_at'),
    ])
    .where('absent_id', 'in', ids)
    .where('absent', '=', side)
    .where('reported_at', '>=', since)
    .where(counts)
    .groupBy('absent_id')
}

// A contested no-show does not count until somebody decides that it stands (invariant 20).
function counts(eb: ExpressionBuilder<Database, 'no_shows'>): ExpressionWrapper<Database, 'no_shows', SqlBool> {
  const isUncontested = eb.and([eb('contested_at', 'is', null), eb('decision', 'is', null)])
  return eb.or([eb('decision', '=', 'stands'), isUncontested])
}

function given(db: Db, ids: string[], since: string) {
  return onTheirLots(db, ids, since)
    .select(({ fn }) => [sql<string>`'kept'`.as('what'), fn.countAll<number>().as('times')])
    .select([none.as('at'), none.as('starts_at')])
    .where('claims.state', '=', 'collected')
    .groupBy('listings.donor_id')
}

function takenBack(db: Db, ids: string[], since: string) {
  return onTheirLots(db, ids, since)
    .select(({ fn }) => [sql<string>`'late'`.as('what'), fn.countAll<number>().as('times')])
    .select([none.as('at'), none.as('starts_at')])
    .where('claims.state', 'in', ['cancelled_by_donor', 'superseded'])
    .where('claims.confirmed_at', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('claim_events')
          .select('claim_events.id')
          .whereRef('claim_events.claim_id', '=', 'claims.id')
          .whereRef('claim_events.to_state', '=', 'claims.state')
          .whereRef('claim_events.by_id', '=', 'listings.donor_id'),
      ),
    )
    .groupBy('listings.donor_id')
}

function onTheirLots(db: Db, ids: string[], since: string) {
  return db
    .selectFrom('listings')
    .innerJoin('claims', 'claims.listing_id', 'listings.id')
    .select('listings.donor_id as member_id')
    .where('listings.donor_id', 'in', ids)
    .where('claims.ended_at', '>=', since)
}

function isLateOrOther({ what, at, starts_at }: Fact) {
  return what !== 'late' || (at !== null && starts_at !== null && at > later(starts_at, { days: -1 }))
}

function summed(ids: readonly string[], facts: readonly Fact[]) {
  const tracks = new Map<string, Track>(ids.map((id) => [id, { ...nothingYet }]))
  for (const { member_id, what, times, at } of facts) {
    const track = tracks.get(member_id)
    if (!track) continue
    if (what === 'kept') track.kept += times
    else if (what === 'late') track.late += times
    else Object.assign(track, { missed: track.missed + times, last_missed_at: at })
  }
  return new Map([...tracks].map(([id, track]) => [id, reliabilityOf(track)]))
}

function distinct(memberIds: readonly string[]) {
  return [...new Set(memberIds)].slice(0, most)
}
