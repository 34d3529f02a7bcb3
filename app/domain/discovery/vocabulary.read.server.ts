import { sql } from 'kysely'
import type { Db } from '#db/database.ts'
import { lotIndexOf } from '#db/dialects/dialect.server.ts'
import type { WordGroup } from '#db/dialects/lot-index.ts'
import { stem } from '../listings/material-search.ts'
import { isNear } from './spelling.ts'

/** What one typed word means: the words lots say themselves, and the materials that say one, with how many lots of each there are. */
export type Said = Omit<WordGroup, 'materials'> & { materials: readonly SayingMaterial[] }
export type SayingMaterial = { number: number; material_key: string; lots: number }

/** A word nobody's lot says, and the one that was searched for in its place. */
export type Instead = { typed: string; found: string }

const mostForms = 1000
const mostNeighbours = 4000

/**
 * For each word typed, every word of the lots that means it: of the same stem, or beginning as typed. A word nobody uses
 * is read as the nearest one that somebody does, and that is said, unless just these words are wanted. Undefined when a word has none: nothing can answer.
 */
export async function wordsMeant(db: Db, typed: readonly string[], isExact = false) {
  const groups: Said[] = []
  const instead: Instead[] = []
  for (const word of typed) {
    const forms = await formsOf(db, word)
    const near = isSaid(forms) || isExact ? undefined : await nearestWord(db, word)
    if (near) instead.push({ typed: word, found: near })
    const meant = near ? await formsOf(db, near) : forms
    if (!isSaid(meant)) return undefined
    groups.push({ begins: near ?? word, ...meant })
  }
  return { groups, instead }
}

async function formsOf(db: Db, word: string) {
  const root = stem(word)
  const { listOf } = lotIndexOf(db)
  const begins = sql`word >= ${root} and word < ${`${root}\uffff`}`
  const { rows } = await sql<{ words: string; said: string }>`select
    (select ${listOf(sql`word`)} from (select word from lot_words where ${begins} and own = 1 order by word limit ${mostForms}) as forms) as words,
    (select ${listOf(sql`word || ' ' || number || ' ' || coalesce(lots, 0) || ' ' || material_key`)}
      from lot_material_words join lot_materials using (number)
      left join lot_counts on facet = 'material' and value = material_key where ${begins}) as said`.execute(db)
  const means = (each: string) => each.startsWith(word) || stem(each) === root
  const words: string[] = JSON.parse(rows[0]?.words ?? '[]')
  return { words: words.filter(means), materials: readMaterials(JSON.parse(rows[0]?.said ?? '[]'), means) }
}

function isSaid({ words, materials }: Pick<Said, 'words' | 'materials'>) {
  return words.length + materials.length > 0
}

function readMaterials(said: readonly string[], means: (word: string) => boolean): SayingMaterial[] {
  const materials = new Map<number, SayingMaterial>()
  for (const each of said) {
    const [word = '', number = '', lots = '', material_key = ''] = each.split(' ')
    if (means(word)) materials.set(Number(number), { number: Number(number), lots: Number(lots), material_key })
  }
  return [...materials.values()]
}

// Whoever mistypes a word mostly gets its first letter right: a twentieth of the words is looked at.
async function nearestWord(db: Db, word: string) {
  if (word.length < 4) return undefined
  const initial = [...word][0] ?? ''
  const neighbours = await db
    .selectFrom('lot_words')
    .select('word')
    .where('word', '>=', initial)
    .where('word', '<', `${initial}\uffff`)
    .orderBy('word')
    .limit(mostNeighbours)
    .execute()
  const near = neighbours
    .map((row) => ({ word: row.word, changes: isNear(word, row.word) }))
    .filter(({ changes }) => changes !== undefined)
  return near.sort((a, b) => Number(a.changes) - Number(b.changes) || a.word.length - b.word.length)[0]?.word
}
