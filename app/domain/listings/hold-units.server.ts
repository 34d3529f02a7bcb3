import { sql } from 'kysely'
import type { Trx } from '#db/database.ts'

/**
 * True if `quantity` (base units) of a live lot was free and is now held.
 * The check sits inside the update: reading first and writing after gives the same units away twice on PostgreSQL.
 */
export async function holdUnits(trx: Trx, listingId: string, quantity: number) {
  const held = await trx
    .updateTable('listings')
    .set((eb) => ({ held: eb('held', '+', quantity) }))
    .where('id', '=', listingId)
    .where('state', '=', 'live')
    .where(sql<boolean>`total - held - collected - written_off >= ${quantity}`)
    .returning('id')
    .executeTakeFirst()
  return held !== undefined
}

/** Gives held units back to the lot. False means the lot holds fewer than that, which no command may cause. */
export async function releaseUnits(trx: Trx, listingId: string, quantity: number) {
  return collectUnits(trx, listingId, quantity, 0)
}

/** Turns `quantity` held units into `done` collected ones; the rest is available again. */
export async function collectUnits(trx: Trx, listingId: string, quantity: number, done: number) {
  const moved = await trx
    .updateTable('listings')
    .set((eb) => ({ held: eb('held', '-', quantity), collected: eb('collected', '+', done) }))
    .where('id', '=', listingId)
    .where('held', '>=', quantity)
    .returning('id')
    .executeTakeFirst()
  return moved !== undefined
}
