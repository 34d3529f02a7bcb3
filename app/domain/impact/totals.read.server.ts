import { type SqlBool, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import type { Grade } from '#db/schema/listings.ts'
import { ledgerHead } from '../handovers/ledger.read.server.ts'
import { isCounted, isStock, noTotal, type Total, totalOf, totalsBy } from './counted.server.ts'
import { ratio } from './estimate.ts'
import { monthsOf, type Period, yearOf, yearPeriod } from './period.ts'

type Headline = { year: number; this_year: Total; ever: Total }

// The ledger only grows: what was summed once holds until its head moves.
const summed = new WeakMap<Db, { as_of: string; figures: Headline }>()

/** What the home page says: handed over and confirmed since January, and ever. Whole grams with their range. */
export async function headline(db: Db, now: string): Promise<Headline> {
  const year = yearOf(now)
  const as_of = `${year} ${(await ledgerHead(db)).hash}`
  const known = summed.get(db)
  if (known?.as_of === as_of) return known.figures
  const [this_year, ever] = await Promise.all([totalOf(db, within(yearPeriod(year))), totalOf(db, isCounted)])
  const figures = { year, this_year, ever }
  summed.set(db, { as_of, figures })
  return figures
}

/** The years in which anything was handed over, newest first; always with the current one. */
export async function countedYears(db: Db, now: string) {
  const first = await db
    .selectFrom('mass_ledger')
    .select((eb) => eb.fn.min('effective_at').as('at'))
    .executeTakeFirst()
  const from = first?.at ? yearOf(first.at) : yearOf(now)
  return Array.from({ length: yearOf(now) - from + 1 }, (_, at) => yearOf(now) - at)
}

export function totalOfPeriod(db: Db, period: Period) {
  return totalOf(db, within(period))
}

export function totalsByGrade(db: Db, period: Period) {
  return totalsBy(db, { by: sql<string>`grade`, where: within(period) })
}

export function totalsByCategory(db: Db, period: Period) {
  return totalsBy(db, { by: sql<string>`eu_category`, where: within(period) })
}

export function totalsByMaterial(db: Db, period: Period) {
  return totalsBy(db, { by: sql<string>`material_key`, where: within(period) })
}

/** Month by month, every month of the year so far, the empty ones too. */
export async function totalsByMonth(db: Db, year: number, now: string) {
  const months = monthsOf(year, now)
  const cases = months.map(({ month, to }) => sql`when effective_at < ${to} then ${sql.lit(month)}`)
  const by = sql<string>`case ${sql.join(cases, sql` `)} else '' end`
  const totals = await totalsBy(db, { by, where: within(yearPeriod(year)) })
  return months.map(({ month }) => ({ month, ...(totals.find(({ bucket }) => bucket === month) ?? noTotal) }))
}

/** By the municipality where the thing was, with its name. */
export async function totalsByMunicipality(db: Db, period: Period) {
  const totals = await totalsBy(db, { by: sql<string>`municipality_istat`, where: within(period) })
  const names = await db
    .selectFrom('places')
    .select((eb) => ['municipality_istat', eb.fn.min('municipality').as('name')])
    .groupBy('municipality_istat')
    .execute()
  const nameOf = new Map(names.map(({ municipality_istat, name }) => [municipality_istat, name]))
  return totals.map((total) => ({ ...total, name: nameOf.get(total.bucket) ?? total.bucket }))
}

/** What left a lot and is in use. */
export function totalOfListing(db: Db, listingId: string) {
  return totalOf(db, sql<SqlBool>`${isCounted} and listing_id = ${listingId}`)
}

/** What is in use of the lots a hub looks after. */
export function totalOfHub(db: Db, hubId: string) {
  return totalOf(db, sql<SqlBool>`${isCounted} and listing_id in (select id from listings where hub_id = ${hubId})`)
}

/** What a member gave and took in their own name, and the share of each grade in both together. */
export function totalsOfMember(db: Db, memberId: string) {
  return givenAndTaken(db, sql`select id from ledger_parties where member_id = ${memberId} and organisation_id is null`)
}

/** What an organisation gave and took, whoever acted for it. */
export function totalsOfOrganisation(db: Db, organisationId: string) {
  return givenAndTaken(db, sql`select id from ledger_parties where organisation_id = ${organisationId}`)
}

/** What hubs have taken into stock and not handed on. */
export function totalOfStock(db: Db) {
  return totalOf(db, isStock)
}

type Parties = ReturnType<typeof sql>

type Moved = { given: Total; taken: Total; grades: { grade: Grade; ratio: number }[] }

async function givenAndTaken(db: Db, parties: Parties): Promise<Moved> {
  const either = sql<SqlBool>`${isCounted} and (giver_party in (${parties}) or taker_party in (${parties}))`
  const [given, taken, byGrade] = await Promise.all([
    totalOf(db, sql<SqlBool>`${isCounted} and giver_party in (${parties})`),
    totalOf(db, sql<SqlBool>`${isCounted} and taker_party in (${parties})`),
    totalsBy(db, { by: sql<string>`grade`, where: either }),
  ])
  const all = byGrade.reduce((grams, { typ_g }) => grams + typ_g, 0)
  const grades = byGrade.map(({ bucket, typ_g }) => ({ grade: bucket as Grade, ratio: ratio(typ_g, all) }))
  return { given, taken, grades: grades.toSorted((one, other) => (one.grade < other.grade ? -1 : 1)) }
}

function within({ from, to }: Period) {
  return sql<SqlBool>`${isCounted} and effective_at >= ${from} and effective_at < ${to}`
}
