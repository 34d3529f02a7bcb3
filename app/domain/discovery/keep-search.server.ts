import type { Trx } from '#db/database.ts'
import { oneAtATime } from '#db/dialects/dialect.server.ts'
import type { SavedSearchRow } from '#db/schema/discovery.ts'
import type { Act } from '../act.ts'
import { newId } from '../id.server.ts'
import { refused } from '../refusal.ts'
import { anchorsOf } from './anchors.ts'
import { readQuestion } from './asked.ts'
import { mostSearches } from './saved-search.ts'

type Kept = Pick<SavedSearchRow, 'question' | 'name' | 'rhythm'>

/** Keeps a question for whoever acts, from now on. The same question is kept once, and thirty of them. */
export async function keepSearch(trx: Trx, act: Act, { question, name, rhythm }: Kept) {
  await oneAtATime(trx, `keep-search ${act.by.id}`)
  const own = await trx
    .selectFrom('saved_searches')
    .select(['id', 'question'])
    .where('member_id', '=', act.by.id)
    .execute()
  if (own.some((each) => each.question === question)) return refused('kept-already')
  if (own.length >= mostSearches) return refused('too-many-searches')
  const facts = { member_id: act.by.id, question, name, rhythm, made_at: act.at, paused_at: null, feed_key: null }
  const search: SavedSearchRow = { id: newId(), ...facts }
  await trx.insertInto('saved_searches').values(search).execute()
  await fileSearch(trx, search)
  return { search }
}

/** Another question in the place of an old one: name, rhythm and feed stay, and what was told stays told. */
export async function askInstead(trx: Trx, act: Act, searchId: string, question: string) {
  await oneAtATime(trx, `keep-search ${act.by.id}`)
  const own = await trx
    .selectFrom('saved_searches')
    .select(['id', 'question'])
    .where('member_id', '=', act.by.id)
    .execute()
  if (!own.some(({ id }) => id === searchId)) return refused('not-yours')
  if (own.some((each) => each.question === question && each.id !== searchId)) return refused('kept-already')
  await trx.updateTable('saved_searches').set({ question }).where('id', '=', searchId).execute()
  await trx.deleteFrom('search_anchors').where('search_id', '=', searchId).execute()
  await fileSearch(trx, { id: searchId, question })
  return { search: { id: searchId } }
}

async function fileSearch(trx: Trx, { id, question }: Pick<SavedSearchRow, 'id' | 'question'>) {
  const anchors = anchorsOf(readQuestion(question)).map((anchor) => ({ anchor, search_id: id }))
  await trx.insertInto('search_anchors').values(anchors).execute()
}
