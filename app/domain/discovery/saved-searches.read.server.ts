import type { Db } from '#db/database.ts'
import { feedKeyOf } from './open-feed.server.ts'
import { mostSearches } from './saved-search.ts'

/** What a member keeps, the newest first, with how many lots each was told of and when last. */
export function savedSearchesOf(db: Db, memberId: string) {
  return withAnswers(db)
    .where('member_id', '=', memberId)
    .orderBy('saved_searches.id', 'desc')
    .limit(mostSearches)
    .execute()
}

/** One of a member's own. Somebody else's does not exist. */
export function savedSearch(db: Db, memberId: string, searchId: string) {
  return withAnswers(db).where('member_id', '=', memberId).where('saved_searches.id', '=', searchId).executeTakeFirst()
}

/** The search whose feed has this token, with the language of whoever keeps it. */
export function searchOfFeed(db: Db, token: string) {
  return db
    .selectFrom('saved_searches')
    .innerJoin('members', 'members.id', 'saved_searches.member_id')
    .select(['saved_searches.id', 'saved_searches.question', 'saved_searches.name', 'saved_searches.made_at'])
    .select('members.locale')
    .where('feed_key', '=', feedKeyOf(token))
    .executeTakeFirst()
}

function withAnswers(db: Db) {
  return db
    .selectFrom('saved_searches')
    .leftJoin('search_answers', 'search_answers.search_id', 'saved_searches.id')
    .selectAll('saved_searches')
    .select((eb) => [eb.fn.count<number>('search_answers.listing_id').as('answers')])
    .select((eb) => [eb.fn.max('search_answers.told_at').as('told_at')])
    .groupBy('saved_searches.id')
}
