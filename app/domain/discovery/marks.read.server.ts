import type { Db } from '#db/database.ts'
import type { Member } from '../act.ts'
import { lotRows } from './lot-rows.server.ts'

const most = 100

/** Which of these lots a member has opened before. */
export async function seenAmong(db: Db, member: Member, listingIds: readonly string[]) {
  if (listingIds.length === 0) return new Set<string>()
  const rows = await db
    .selectFrom('lot_marks')
    .select('listing_id')
    .where('member_id', '=', member.id)
    .where('listing_id', 'in', listingIds)
    .where('seen_at', 'is not', null)
    .execute()
  return new Set(rows.map(({ listing_id }) => listing_id))
}

/** The lots a member hid, the last one first. At most 100: bring some back to see what lies below. */
export function hiddenLots(db: Db, member: Member) {
  return lotRows(db)
    .innerJoin('lot_marks', 'lot_marks.listing_id', 'listings.id')
    .where('lot_marks.member_id', '=', member.id)
    .where('lot_marks.hidden_at', 'is not', null)
    .orderBy('lot_marks.hidden_at', 'desc')
    .limit(most)
    .execute()
}

export async function countHidden(db: Db, member: Member) {
  const counted = await db
    .selectFrom('lot_marks')
    .select((eb) => eb.fn.countAll<number>().as('lots'))
    .where('member_id', '=', member.id)
    .where('hidden_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return counted.lots
}
