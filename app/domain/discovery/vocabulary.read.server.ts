import type { Db } from '#db/database.ts'
import type { WordGroup } from '#db/dialects/lot-index.ts'
import { stem } from '../listings/material-search.ts'
import { isNear } from './spelling.ts'

/** A word nobody's lot says, and the one that was searched for in its place. */
export type Instead = { typed: string; found: string }

const mostForms = 1000
const mostNeighbours = 4000

/**
 * For each word typed, every word of the lots that means it: of the same stem, or beginning as typed. A word nobody uses
 * is read as the nearest one that somebody does, and that is said, unless just these words are wanted. Undefined when a word has none: nothing can answer.
 */
export async function wordsMeant(db: Db, typed: readonly string[], isExact = false) {
  const groups: WordGroup[] = []
  const instead: Instead[] = []
  for (const word of typed) {
    const forms = await formsOf(db, word)
    const near = forms.length > 0 || isExact ? undefined : await nearestWord(db, word)
    if (near) instead.push({ typed: word, found: near })
    const meant = near ? await formsOf(db, near) : forms
    if (meant.length === 0) return undefined
    groups.push({ begins: near ?? word, words: meant })
  }
  return { groups, instead }
}

async function formsOf(db: Db, word: string) {
  const root = stem(word)
  const found = await db
    .selectFrom('lot_words')
    .select('word')
    .where('word', '>=', root)
    .where('word', '<', `${root}\uffff`)
    .orderBy('word')
    .limit(mostForms)
    .execute()
  return found.map((row) => row.word).filter((each) => each.startsWith(word) || stem(each) === root)
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
