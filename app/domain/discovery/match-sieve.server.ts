import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { nodesAbove, nodesUnder } from '../listings/wanted-material.ts'
import { nearness } from './lot-filter.server.ts'
import { acceptable, type Offered, type Sought } from './match.ts'

type Builder = ExpressionBuilder<Database, 'listings' | 'places'>

// Written out, not bound: that is how both databases know that the index of open posts, or of open lots, will do.
const open = (kind: 'wanted' | 'offer') =>
  sql<SqlBool>`listings.kind = ${sql.lit(kind)} and listings.state = ${sql.lit('live')}`

/** Open wanted posts that a lot may serve: all that `fits` would say yes to, and a few at the edge of their radius. */
export function mayBeServedBy(offer: Offered & { id: string }, now: string) {
  return (eb: Builder) => {
    const { piece_length_mm: long, piece_width_mm: wide, piece_thickness_mm: thick, condition } = offer
    const asksAtMost = (side: Side, size: number | null) =>
      size === null ? eb(side, 'is', null) : eb.or([eb(side, 'is', null), eb(side, '<=', size)])
    const conditions: Expression<SqlBool>[] = [
      open('wanted'),
      eb('listings.material_key', 'in', nodesAbove(offer.material_key ?? '')),
      eb('listings.unit', '=', offer.unit),
      eb('listings.total', '>=', offer.min_claim),
      eb.or([
        eb.and([asksAtMost(sides.long, long), asksAtMost(sides.wide, wide)]),
        eb.and([asksAtMost(sides.long, wide), asksAtMost(sides.wide, long)]),
      ]),
      asksAtMost(sides.thick, thick),
      eb('listings.must_go_by', '>', now),
      sql<SqlBool>`${nearness(offer)} <= ${square(sql.ref('listings.radius_m'))}`,
      eb.not(isOwn(eb, offer)),
      eb.not(eb.exists(openClaimBy(eb, offer.id))),
    ]
    if (offer.available_from !== null) conditions.push(eb('listings.must_go_by', '>=', offer.available_from))
    if (condition !== null) {
      const least = acceptable(null).filter((each) => acceptable(each).includes(condition))
      conditions.push(eb.or([eb('listings.condition', 'is', null), eb('listings.condition', 'in', least)]))
    }
    return eb.and(conditions)
  }
}

/** Open lots that may serve somebody, in the same way. */
export function mayServe(sought: Sought, now: string) {
  return (eb: Builder) => {
    const { piece_length_mm: long, piece_width_mm: wide, piece_thickness_mm: thick, must_go_by, condition } = sought
    const reaches = (side: Side, least: number | null) => (least === null ? sql<SqlBool>`1 = 1` : eb(side, '>=', least))
    const conditions: Expression<SqlBool>[] = [
      open('offer'),
      eb('listings.material_key', 'in', nodesUnder(sought.material_key ?? '')),
      eb('listings.unit', '=', sought.unit),
      eb('listings.min_claim', '<=', sought.total),
      sql<SqlBool>`listings.total - listings.held - listings.collected - listings.written_off > 0`,
      eb.or([
        eb.and([reaches(sides.long, long), reaches(sides.wide, wide)]),
        eb.and([reaches(sides.wide, long), reaches(sides.long, wide)]),
      ]),
      reaches(sides.thick, thick),
      eb.or([eb('listings.must_go_by', 'is', null), eb('listings.must_go_by', '>', now)]),
      sql<SqlBool>`${nearness(sought)} <= ${square(sql.lit(sought.radius_m ?? 0))}`,
      eb.not(isOwn(eb, sought)),
    ]
    if (must_go_by !== null)
      conditions.push(
        eb.or([eb('listings.available_from', 'is', null), eb('listings.available_from', '<=', must_go_by)]),
      )
    if (condition !== null)
      conditions.push(
        eb.or([eb('listings.condition', 'is', null), eb('listings.condition', 'in', acceptable(condition))]),
      )
    return eb.and(conditions)
  }
}

const sides = {
  long: 'listings.piece_length_mm',
  wide: 'listings.piece_width_mm',
  thick: 'listings.piece_thickness_mm',
} as const
type Side = (typeof sides)[keyof typeof sides]

/** A distance in metres squared, in the squared micro-degrees of `nearness`, one per cent wide: what is too far `fits` drops. */
function square(metres: Expression<unknown>) {
  return sql`cast(${metres} as bigint) * ${metres} * 83`
}

function isOwn(eb: Builder, { donor_id, organisation_id }: Pick<Offered, 'donor_id' | 'organisation_id'>) {
  const member = eb('listings.donor_id', '=', donor_id)
  if (organisation_id === null) return member
  const colleagues = eb.selectFrom('memberships').select('member_id').where('organisation_id', '=', organisation_id)
  const same = sql<SqlBool>`coalesce(listings.organisation_id, '') = ${organisation_id}`
  return eb.or([member, same, eb('listings.donor_id', 'in', colleagues)])
}

// Whoever has asked already needs no telling.
function openClaimBy(eb: Builder, listingId: string) {
  return eb
    .selectFrom('claims')
    .select('claims.id')
    .where('claims.listing_id', '=', listingId)
    .where('claims.is_open', '=', 1)
    .whereRef('claims.claimant_id', '=', 'listings.donor_id')
}
