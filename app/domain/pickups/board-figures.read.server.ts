import type { Db } from '#db/database.ts'
import { later } from '../instant.ts'
import { type Care, inCare } from './care.server.ts'

/** The counts at the head of the board: lots live, near their day and to look at; claims nobody has answered. */
export async function boardFigures(db: Db, care: Care, now: string) {
  const [live, due, in_review, unanswered] = await Promise.all([
    counted(lots(db, care).where('listings.state', '=', 'live')),
    counted(
      lots(db, care)
        .where('listings.state', 'in', ['live', 'paused'])
        .where('listings.published_at', 'is not', null)
        .where('listings.must_go_by', '>=', now)
        .where('listings.must_go_by', '<=', later(now, { days: 3 })),
    ),
    counted(lots(db, care).where('listings.state', '=', 'in_review')),
    counted(
      lots(db, care).innerJoin('claims', 'claims.listing_id', 'listings.id').where('claims.state', '=', 'requested'),
    ),
  ])
  return { live, due, in_review, unanswered }
}

function lots(db: Db, care: Care) {
  return db
    .selectFrom('listings')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('listings.kind', '=', 'offer')
    .where(inCare(care, 'listings.hub_id'))
}

async function counted(query: { executeTakeFirstOrThrow(): Promise<{ n: number }> }) {
  return (await query.executeTakeFirstOrThrow()).n
}
