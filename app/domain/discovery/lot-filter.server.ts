import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { lotIndexOf } from '#db/dialects/dialect.server.ts'
import { later } from '../instant.ts'
import { type Box, boxesAround, boxInside, chordSquare, inSpace, type Point, unwound } from '../places/point.ts'
import { type CutLine, leastSize } from './cut-list.ts'
import { acceptable } from './match.ts'
import type { SearchAsk } from './search-ask.ts'
import { daysUntil, type deadlines } from './search-href.ts'

export type Question = {
  ask: SearchAsk
  from: Point | undefined
  now: string
  /** Inside this, besides all else. West larger than east: over the date line. */
  box?: Box | undefined
  /** The reader acts for a non-profit, a school or a public body: what is kept for those is open to them. */
  comesFirst?: boolean
  /** The member whose hidden lots stay out. */
  hiddenFor?: string | undefined
}

/** What a question asks by a choice of its own, and can be counted without. */
export type Facet = 'material' | 'condition' | 'by' | 'weighed' | 'at_hub'

/** What was typed as text, understood. */
export type Wanted = {
  lines: readonly CutLine[]
  least_length_mm: number | undefined
  least_quantity: number | undefined
}

/** Everything a question asks of a row of the index but its words, as conditions; without the choice of one facet. */
export function lotConditions(db: Db, question: Question, wanted: Wanted, without?: Facet) {
  const { ask, now, from, box, comesFirst = false, hiddenFor } = question
  const { lines, least_length_mm, least_quantity } = wanted
  const conditions: RawBuilder<SqlBool>[] = [sql`lot_index.must_go_by > ${now}`]
  if (ask.material && without !== 'material') conditions.push(ofMaterial(ask.material))
  for (const least of [ask.quantity, least_quantity]) if (least) conditions.push(sql`lot_index.available >= ${least}`)
  if (least_length_mm) conditions.push(sql`lot_index.piece_length_mm >= ${Math.min(least_length_mm, 2_000_000)}`)
  if (ask.by && without !== 'by') conditions.push(sql`lot_index.must_go_by <= ${lastDay(ask.by, now)}`)
  if (ask.condition && without !== 'condition') conditions.push(asGoodAs(ask.condition))
  if (ask.weighed && without !== 'weighed') conditions.push(sql`lot_index.weight_grade in ('A', 'B')`)
  if (ask.at_hub && without !== 'at_hub') conditions.push(sql`lot_index.at_hub = 1`)
  if (ask.open && !comesFirst)
    conditions.push(sql`(lot_index.reserved_until is null or lot_index.reserved_until <= ${now})`)
  if (lines.length > 0) conditions.push(givesAnyOf(lines, ask.tolerance ?? 0))
  if (from && ask.radius) conditions.push(...withinMetres(db, from, ask.radius * 1000))
  if (box) conditions.push(insideBoxes(db, unwound(box)))
  if (hiddenFor)
    conditions.push(sql`not exists (select 1 from lot_marks where lot_marks.listing_id = lot_index.listing_id
      and lot_marks.member_id = ${hiddenFor} and lot_marks.hidden_at is not null)`)
  return conditions
}

export function lastDay(by: (typeof deadlines)[number], now: string) {
  return later(now, { days: daysUntil[by] })
}

/** No farther than so many metres as the crow flies, exactly; the box in front is what an index can look up. */
export function withinMetres(db: Db, from: Point, metres: number): RawBuilder<SqlBool>[] {
  const near = sql<SqlBool>`${distanceSquare(from)} <= ${chordSquare(metres)}`
  if (metres > farthestBox_m) return [near]
  const inside = boxInside(from, metres)
  return [insideBoxes(db, boxesAround(from, metres)), inside ? sql<SqlBool>`(${isInside(inside)} or ${near})` : near]
}

/** For most lots this tells sooner that they are near enough than their distance does. */
function isInside({ south_e6, west_e6, north_e6, east_e6 }: Box) {
  return sql`(lot_index.longitude_e6 between ${west_e6} and ${east_e6} and lot_index.latitude_e6 between ${south_e6} and ${north_e6})`
}

// A box as wide as this holds half a country: reading every lot is as quick.
const farthestBox_m = 600_000

export function insideBoxes(db: Db, boxes: readonly Box[]): RawBuilder<SqlBool> {
  const each = boxes.map((box) => lotIndexOf(db).insideBox(box))
  return sql`(${sql.join(each, sql` or `)})`
}

/**
 * The straight distance through the earth in square decimetres: orders as the way over ground does. As a float, since that
 * is what a page key carries: beyond 9.500 km a whole number would not come back as it left.
 */
export function distanceSquare(from: Point): RawBuilder<number> {
  const { x, y, z } = inSpace(from)
  return sql<number>`cast((lot_index.x_dm - ${x}) * (lot_index.x_dm - ${x}) + (lot_index.y_dm - ${y}) * (lot_index.y_dm - ${y})
    + (lot_index.z_dm - ${z}) * (lot_index.z_dm - ${z}) as double precision)`
}

function ofMaterial(key: string): RawBuilder<SqlBool> {
  return key.includes('.') ? isUnder(sql`lot_index.material_key`, key) : sql`lot_index.family = ${key}`
}

/** Whether a column names this material or one below it. */
export function isUnder(column: RawBuilder<unknown>, key: string): RawBuilder<SqlBool> {
  // '/' follows '.' in every alphabet of bytes.
  return sql`(${column} = ${key} or (${column} > ${`${key}.`} and ${column} < ${`${key}/`}))`
}

function asGoodAs(condition: NonNullable<SearchAsk['condition']>): RawBuilder<SqlBool> {
  const good = acceptable(condition).map((each) => sql.lit(each))
  return sql`(lot_index.condition is null or lot_index.condition in (${sql.join(good)}))`
}

/** At least one piece of one line out of one board, lengthwise or across: when `piecesPerBoard` is not 0. */
function givesAnyOf(lines: readonly CutLine[], tolerance_mm: number): RawBuilder<SqlBool> {
  const each = lines.map((line) => {
    const { length_mm, width_mm, thickness_mm } = leastSize(line, tolerance_mm)
    const [long, wide] = [sql.ref('lot_index.piece_length_mm'), sql.ref('lot_index.piece_width_mm')]
    const flat = sql`((${long} >= ${length_mm} and ${wide} >= ${width_mm}) or (${long} >= ${width_mm} and ${wide} >= ${length_mm}))`
    return thickness_mm === undefined ? flat : sql`(${flat} and lot_index.piece_thickness_mm >= ${thickness_mm})`
  })
  return sql`(lot_index.unit = 'piece' and lot_index.available > 0 and (${sql.join(each, sql` or `)}))`
}

/**
 * Squared distance from a point in squared micro-degrees of latitude, in whole numbers on both databases: a degree of
 * longitude is shortened by the cosine of the latitude. Right within 0,1 % over the tens of kilometres of a match.
 */
export function nearness({ latitude_e6, longitude_e6 }: Point) {
  const shortened = Math.round(Math.cos((latitude_e6 / 1e6) * (Math.PI / 180)) ** 2 * 1000)
  return sql<number>`((places.latitude_e6 - ${sql.lit(latitude_e6)}) * (places.latitude_e6 - ${sql.lit(latitude_e6)}) + (places.longitude_e6 - ${sql.lit(longitude_e6)}) * (places.longitude_e6 - ${sql.lit(longitude_e6)}) * ${sql.lit(shortened)} / 1000)`
}
