import type { Db } from '#db/database.ts'

/**
 * The last draw of a lot as everybody may see it: until the window has closed only what was promised, then all that is
 * needed to do it again. The seed never leaves this function before it is revealed.
 */
export async function drawOf(db: Db, listingId: string) {
  const draw = await db
    .selectFrom('draws')
    .selectAll()
    .where('listing_id', '=', listingId)
    .orderBy('closes_at', 'desc')
    .executeTakeFirst()
  if (!draw) return undefined
  const { id, commitment, closes_at, seed, public_data, revealed_at } = draw
  if (revealed_at === null || public_data === null) return { commitment, closes_at, revealed: undefined }
  const entries = await db
    .selectFrom('draw_entries')
    .select(['claim_id', 'word', 'ticket', 'place_drawn'])
    .where('draw_id', '=', id)
    .orderBy('place_drawn')
    .execute()
  return { commitment, closes_at, revealed: { at: revealed_at, seed, public_data, entries } }
}

export type Draw = NonNullable<Awaited<ReturnType<typeof drawOf>>>
export type RevealedDraw = NonNullable<Draw['revealed']>
