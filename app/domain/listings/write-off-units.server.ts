import { sql } from 'kysely'
import type { Trx } from '#db/database.ts'

/**
 * Units of a lot that nobody holds are not there after all: they can no longer be asked for. False when fewer are free,
 * because some are promised.
 */
export async function writeOffUnits(trx: Trx, listingId: string, quantity: number) {
  const written = await trx
    .updateTable('listings')
    .set((eb) => ({ written_off: eb('written_off', '+', quantity) }))
    .where('id', '=', listingId)
    .where(sql<boolean>`total - held - collected - written_off >= ${quantity}`)
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}
