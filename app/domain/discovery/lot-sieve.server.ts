import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '#db/database.ts'
import { type CutLine, leastSize, readCutList } from './cut-list.ts'
import type { Question } from './lot-filter.server.ts'
import { conditions } from './search-href.ts'

type Tables = Database & { places: Database['places'] }
type Builder = ExpressionBuilder<Tables, 'listings' | 'places'>

/** What is asked of a lot beyond words, material, deadline and distance. */
export function furtherConditions(eb: Builder, { ask, now, hiddenFor }: Question): Expression<SqlBool>[] {
  const asked: Expression<SqlBool>[] = []
  if (ask.quantity) asked.push(sql<SqlBool>`${available} >= ${ask.quantity}`)
  if (ask.condition) asked.push(atLeast(eb, ask.condition))
  if (ask.weighed) asked.push(eb('listings.weight_grade', 'in', ['A', 'B']))
  if (ask.open) asked.push(eb.or([eb('listings.reserved_until', 'is', null), eb('listings.reserved_until', '<=', now)]))
  if (ask.at_hub) asked.push(eb('listings.place_id', 'in', eb.selectFrom('hubs').select('hubs.place_id')))
  const { lines } = readCutList(ask.cut)
  if (lines.length > 0) asked.push(servesOne(eb, lines, ask.tolerance ?? 0))
  if (hiddenFor) asked.push(notHidden(eb, hiddenFor))
  return asked
}

const available = sql`listings.total - listings.held - listings.collected - listings.written_off`

function atLeast(eb: Builder, condition: (typeof conditions)[number]) {
  const good = conditions.slice(0, conditions.indexOf(condition) + 1)
  return eb.or([eb('listings.condition', 'is', null), eb('listings.condition', 'in', good)])
}

function servesOne(eb: Builder, lines: readonly CutLine[], tolerance: number) {
  const fits = lines.map((line) => {
    const { length_mm, width_mm, thickness_mm } = leastSize(line, tolerance)
    const laid = (along: number, across: number) =>
      eb.and([eb('listings.piece_length_mm', '>=', along), eb('listings.piece_width_mm', '>=', across)])
    const flat = eb.or([laid(length_mm, width_mm), laid(width_mm, length_mm)])
    return thickness_mm === undefined ? flat : eb.and([flat, eb('listings.piece_thickness_mm', '>=', thickness_mm)])
  })
  return eb.and([eb('listings.unit', '=', 'piece'), sql<SqlBool>`${available} > 0`, eb.or(fits)])
}

function notHidden(eb: Builder, memberId: string) {
  const hidden = eb
    .selectFrom('lot_marks')
    .select('lot_marks.listing_id')
    .whereRef('lot_marks.listing_id', '=', 'listings.id')
    .where('lot_marks.member_id', '=', memberId)
    .where('lot_marks.hidden_at', 'is not', null)
  return eb.not(eb.exists(hidden))
}
