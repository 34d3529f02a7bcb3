import type { Trx } from '#db/database.ts'
import type { Act } from '../act.ts'
import { refused } from '../refusal.ts'

/** A member opened a lot's page: its row says so from now on, to them alone. The first time stays. */
export async function markSeen(trx: Trx, act: Act, listingId: string) {
  await trx
    .insertInto('lot_marks')
    .values({ member_id: act.by.id, listing_id: listingId, seen_at: act.at, hidden_at: null })
    .onConflict((conflict) =>
      conflict
        .columns(['member_id', 'listing_id'])
        .doUpdateSet((eb) => ({ seen_at: eb.fn.coalesce('lot_marks.seen_at', 'excluded.seen_at') })),
    )
    .execute()
}

/** Leaves a lot out of a member's own lists until they take it back. Everybody else goes on seeing it. */
export async function hideLot(trx: Trx, act: Act, listingId: string) {
  const lot = await trx
    .selectFrom('listings')
    .select('donor_id')
    .where('id', '=', listingId)
    .where('kind', '=', 'offer')
    .where('state', 'in', ['live', 'paused', 'closed'])
    .executeTakeFirst()
  if (!lot) return refused('not-there')
  await trx
    .insertInto('lot_marks')
    .values({ member_id: act.by.id, listing_id: listingId, seen_at: null, hidden_at: act.at })
    .onConflict((conflict) => conflict.columns(['member_id', 'listing_id']).doUpdateSet({ hidden_at: act.at }))
    .execute()
  return { listing_id: listingId }
}

export async function unhideLot(trx: Trx, act: Act, listingId: string) {
  const mine = { member_id: act.by.id, listing_id: listingId }
  // A mark that says nothing any more goes.
  await trx
    .deleteFrom('lot_marks')
    .where('member_id', '=', mine.member_id)
    .where('listing_id', '=', mine.listing_id)
    .where('seen_at', 'is', null)
    .execute()
  await trx
    .updateTable('lot_marks')
    .set({ hidden_at: null })
    .where('member_id', '=', mine.member_id)
    .where('listing_id', '=', mine.listing_id)
    .execute()
}

/** Whoever leaves takes along what they looked at. */
export async function forgetMarks(trx: Trx, act: Act) {
  await trx.deleteFrom('lot_marks').where('member_id', '=', act.by.id).execute()
}
