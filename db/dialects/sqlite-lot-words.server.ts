import { type SqlBool, sql } from 'kysely'
import { cellShift, isOfMaterials, type LotSource, type WordGroup } from './lot-index.ts'

/** In front of a word: the word near a place; in front of a number: the material. No word is written with these letters. */
const nearMark = '\uE000'
const materialMark = '\uE001'

/** A material's words are noted once, when the first lot of it comes. */
export const materialNoted = `create trigger if not exists lot_materials_noted after insert on lot_materials begin
  insert or ignore into lot_material_words (word, number) select value, new.number from json_each(${asJson('new.words')}) where value <> '';
  insert or ignore into lot_words (word, own) select value, 0 from json_each(${asJson('new.words')}) where value <> ''; end`

/** The words, as `value`, that a row of the index says and its material does not. */
function ownWords(row: string) {
  const number = `${row}.traits >> 5`
  const tail = `(select length(words) from lot_materials where number = ${number})`
  const own = `trim(substr(${row}.search_text, 1, length(${row}.search_text) - ${tail}))`
  return `(select distinct value from json_each(${asJson(own)}) where value <> ''
    and not exists (select 1 from lot_material_words where word = value and number = ${number}))`
}

/** Notes the words of a row that comes in. */
export function wordsNoted(row: string) {
  return `insert into lot_words (word, own) select value, 1 from ${ownWords(row)} where true on conflict do update set own = 1 where own = 0`
}

/** All words there are, once the full text is filled anew: what is read of it lies on both sides of what the marks begin. */
export const allWordsNoted = [
  `create virtual table temp.lot_fts_words using fts5vocab(main, lot_fts, row)`,
  ...[`< '${nearMark}'`, `> '${materialMark}\uFFFF'`].map(
    (others) =>
      `insert into lot_words (word, own) select term, 1 from temp.lot_fts_words where term ${others} on conflict do update set own = 1`,
  ),
  `insert or ignore into lot_words (word, own) select distinct word, 0 from lot_material_words`,
  `drop table temp.lot_fts_words`,
]

/** What the full text holds of a lot: its own words and the number of its material, each also near its place. */
export function foundBy(row: string) {
  const cell = `'${nearMark}' || printf('%03x%03x', ${row}.mx / ${2 ** cellShift}, ${row}.my / ${2 ** cellShift})`
  return `(select group_concat(value || ' ' || ${cell} || value, ' ')
    from (select value from ${ownWords(row)} union all select '${materialMark}' || (${row}.traits >> 5)))`
}

/**
 * Lots that say one word of each group. With cells (see `cellsIn`) only those near a place. The full text comes first,
 * newest first: whoever wants 25 reads no more.
 */
export function lotsSaying(groups: readonly WordGroup[], cells: readonly string[] = []): LotSource {
  return {
    from: sql`lot_fts cross join lot_index on lot_index.n = lot_fts.rowid`,
    where: [sql<SqlBool>`lot_fts match ${wordsAsked(groups, cells)}`],
    n: sql<number>`lot_fts.rowid`,
  }
}

/** The same as a condition on lots found in another way. The plus keeps it one: without, SQLite begins with it. */
export function isSaying(groups: readonly WordGroup[], cells: readonly string[]) {
  const each = groups.map((group) => {
    if (group.words.length === 0 && group.materials.length > 0) return isOfMaterials(group.materials)
    const own = wordsAsked([{ ...group, materials: [] }], cells)
    const says = sql`+lot_index.n in (select rowid from lot_fts where lot_fts match ${own})`
    return group.materials.length > 0 ? sql`(${isOfMaterials(group.materials)} or ${says})` : says
  })
  return sql<SqlBool>`${sql.join(each, sql` and `)}`
}

/** How many say so. */
export function countSaying(groups: readonly WordGroup[], cells: readonly string[]) {
  return sql<{ lots: number }>`select count(*) as lots from lot_fts where lot_fts match ${wordsAsked(groups, cells)}`
}

/**
 * Near a place a word is asked by its beginning: what is merged of each cell is then one list, and not one for each word. The
 * whole country is asked word by word: that can be read newest first, and stops with the page.
 */
function wordsAsked(groups: readonly WordGroup[], cells: readonly string[]) {
  const within = ({ begins, words, materials }: WordGroup) => {
    const numbers = materials.map((number) => `${materialMark}${number}`)
    // Of no number is no material: nobody says what nobody says.
    if (words.length + numbers.length === 0) return [`"${materialMark}"`]
    if (cells.length === 0) return [...words, ...numbers].map((word) => `"${word}"`)
    const others = words.filter((word) => !word.startsWith(begins))
    const isBeginning = others.length < words.length
    return cells.flatMap((cell) => [
      ...(isBeginning ? [`"${nearMark}${cell}${begins}" *`] : []),
      ...[...others, ...numbers].map((word) => `"${nearMark}${cell}${word}"`),
    ])
  }
  return groups.map((group) => `(${within(group).join(' OR ')})`).join(' AND ')
}

function asJson(text: string) {
  return `'["' || replace(${text}, ' ', '","') || '"]'`
}
