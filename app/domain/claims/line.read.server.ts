import type { Db } from '#db/database.ts'
import type { ClaimRow } from '#db/schema/claims.ts'
import { holdsOn } from './holds.server.ts'
import type { RankReasons } from './rank.ts'

type Ranked = Pick<ClaimRow, 'place_in_rank' | 'rank_reasons'>

/** The place a claim was given when its window closed, with the reasons; undefined for one that was never ranked. */
export function rankOf({ place_in_rank, rank_reasons }: Ranked): RankReasons | undefined {
  return place_in_rank === null ? undefined : (JSON.parse(rank_reasons) as RankReasons)
}

/** Where a waiting claim stands in its lot's line, from 1, and what holds it back besides; undefined if it does not wait. */
export async function standsInLine(db: Db, claimId: string, at: string) {
  const claim = await db.selectFrom('claims').selectAll().where('id', '=', claimId).executeTakeFirst()
  if (claim?.state !== 'waitlisted' || claim.position === null) return undefined
  const lot = await db.selectFrom('listings').selectAll().where('id', '=', claim.listing_id).executeTakeFirstOrThrow()
  const { ahead } = await db
    .selectFrom('claims')
    .select((eb) => eb.fn.countAll<number>().as('ahead'))
    .where('listing_id', '=', claim.listing_id)
    .where('state', '=', 'waitlisted')
    .where('position', '<', claim.position)
    .executeTakeFirstOrThrow()
  return { place: ahead + 1, hold: (await holdsOn(db, lot, [claim], at)).get(claimId) }
}
