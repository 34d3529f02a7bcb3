import type { RawBuilder, SqlBool } from 'kysely'
import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { lotIndexOf } from '#db/dialects/dialect.server.ts'
import { cellsIn, isOfMaterials, type WordGroup } from '#db/dialects/lot-index.ts'
import { type Box, boxesAround, unwound } from '../places/point.ts'
import { isOfMaterial } from './answers.ts'
import { type CutLine, readCutList } from './cut-list.ts'
import { type Facet, lotConditions, type Question, type Wanted } from './lot-filter.server.ts'
import { readSearchText } from './search-text.ts'
import { type Instead, type Said, wordsMeant } from './vocabulary.read.server.ts'

/** A question whose words have been looked up. */
export type Meaning = Wanted & { lines: readonly CutLine[]; groups: Said[]; instead: Instead[] }

/** Undefined when a word is nobody's: there is no answer, and nothing need be asked. */
export async function meaningOf(db: Db, { ask }: Question): Promise<Meaning | undefined> {
  const { words, min_length_mm, min_quantity } = readSearchText(ask.q)
  const said = words.length > 0 ? await wordsMeant(db, words, ask.exact === '1') : { groups: [], instead: [] }
  const { lines } = readCutList(ask.cut)
  return said && { ...said, lines, least_length_mm: min_length_mm, least_quantity: min_quantity }
}

/** Where to look and what must hold, ready to stand behind `select`. */
export type Asking = { from: RawBuilder<unknown>; where: RawBuilder<SqlBool>; n: RawBuilder<number> }

const mostNearTerms = 600

type How = { without?: Facet; near?: readonly Box[]; begin?: 'words' | 'place' }

/**
 * A question as SQL, without the choice of one facet. Words come from the full text, near a place where the question has
 * one, or where `near` narrows it further; `begin` says which of words and place to look up first.
 */
export function asking(
  db: Db,
  question: Question,
  meaning: Meaning,
  { without, near, begin = 'words' }: How = {},
): Asking {
  const conditions = lotConditions(db, question, meaning, without)
  if (meaning.groups.length === 0) return { from: sql`lot_index`, where: all(conditions), n: sql`lot_index.n` }
  const groups = lookedUp(meaning, without === 'material' ? '' : question.ask.material)
  const cells = wordCells(begin === 'place' ? groups.map(itself) : groups, near ?? placeOf(question))
  if (begin === 'place') {
    const isSaying = lotIndexOf(db).isSaying(groups, cells)
    return { from: sql`lot_index`, where: all([...conditions, isSaying]), n: sql`lot_index.n` }
  }
  const source = lotIndexOf(db).lotsSaying(groups, cells)
  return { from: source.from, where: all([...source.where, ...conditions]), n: source.n }
}

/**
 * The same near a place in two parts that share no lot: those of the materials that say one of the words themselves, which
 * `at` tells, and the others that say it.
 */
export function askingByMaterial(
  db: Db,
  question: Question,
  meaning: Meaning,
  { near, at }: { near: readonly Box[]; at: number },
): Asking[] {
  const groups = lookedUp(meaning, question.ask.material)
  // Materials are looked up by place here, and fill no cell.
  const cells = wordCells(groups.map(itself), near)
  const others = groups.filter((_, each) => each !== at)
  // That it is of the material asked for is known of the first part, and is not in the index it is read from.
  const conditions = (known?: Facet) => [
    ...lotConditions(db, question, meaning, known),
    ...(others.length > 0 ? [lotIndexOf(db).isSaying(others, cells)] : []),
  ]
  const said = groups[at] ?? { begins: '', words: [], materials: [] }
  const isOfThem = isOfMaterials(said.materials)
  const byMaterial = {
    from: sql`lot_index`,
    where: all([isOfThem, ...conditions('material')]),
    n: sql<number>`lot_index.n`,
  }
  if (said.words.length === 0) return [byMaterial]
  const { from, where, n } = lotIndexOf(db).lotsSaying([itself(said)], cells)
  return [byMaterial, { from, where: all([...where, sql`not ${isOfThem}`, ...conditions()]), n }]
}

/** Words as the database looks them up: of one material asked for, what others say need not be. */
function lookedUp({ groups }: Meaning, material: string): WordGroup[] {
  return groups.map((said) => ({ ...said, materials: materialsSaying(said, material).map(({ number }) => number) }))
}

/** Of the materials that say a word, those that are of one asked for. */
export function materialsSaying({ materials }: Said, asked: string) {
  return materials.filter((each) => isOfMaterial(each, asked))
}

/** What only lots say themselves. */
function itself(group: WordGroup): WordGroup {
  return { ...group, materials: [] }
}

/** The cells in which words are looked up; none where they would be too many, and words are looked up everywhere. */
function wordCells(groups: readonly WordGroup[], near: readonly Box[]) {
  const cells = near.every(isSmall) ? near.flatMap(cellsIn) : []
  const terms = ({ begins, words, materials }: WordGroup) =>
    1 + materials.length + words.filter((word) => !word.startsWith(begins)).length
  return cells.length * Math.max(...groups.map(terms)) > mostNearTerms ? [] : cells
}

/** How many lots say the words near there, and are of the material asked for where that says them. Undefined where the database needs no such advice. */
export async function countSaying(db: Db, { ask }: Question, meaning: Meaning, near: readonly Box[]) {
  const groups = lookedUp(meaning, ask.material)
  const rows = await lotIndexOf(db).countSaying(groups, wordCells(groups, near))?.execute(db)
  return rows?.rows[0]?.lots
}

/** Where a question looks: around its place, or in its box, or nowhere in particular. */
export function placesOf(question: Question): readonly Box[] {
  return areasOf(question)[0] ?? []
}

/** The same, but only where it is small enough to look words up in its cells. */
function placeOf(question: Question): readonly Box[] {
  return areasOf(question).find((area) => area.every(isSmall)) ?? []
}

function areasOf({ ask, from, box }: Question) {
  const around = from && ask.radius ? [boxesAround(from, ask.radius * 1000)] : []
  return box ? [...around, unwound(box)] : around
}

const widestLookup_e6 = 1_500_000

function isSmall({ south_e6, west_e6, north_e6, east_e6 }: Box) {
  return north_e6 - south_e6 < widestLookup_e6 && east_e6 - west_e6 < widestLookup_e6 * 1.5
}

/** Whether every lot there is answers: then counters know all about it. */
export function asksNothing(
  { ask, from, box, hiddenFor }: Question,
  { groups, lines, least_length_mm, least_quantity }: Meaning,
) {
  const { material, radius, by, quantity, condition, weighed, open, at_hub } = ask
  const choices = [
    material,
    from && radius,
    by,
    quantity,
    condition,
    weighed,
    open,
    at_hub,
    least_length_mm,
    least_quantity,
  ]
  return groups.length + lines.length === 0 && !box && !hiddenFor && !choices.some(Boolean)
}

/** The same, but for the choice of a whole family: the counters of the map know that much. */
export function asksNothingButFamily(question: Question, meaning: Meaning) {
  const { ask } = question
  return !ask.material.includes('.') && asksNothing({ ...question, ask: { ...ask, material: '' } }, meaning)
}

export function all(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return conditions.length > 0 ? sql`${sql.join([...conditions], sql` and `)}` : sql`1 = 1`
}
