import type { Trx } from '#db/database.ts'

/** Removes so many clocks that were heard before `before`. Their effects have records of their own. Returns how many went. */
export async function forgetClocks(trx: Trx, before: string, most: number) {
  const gone = await trx
    .deleteFrom('clocks')
    .where('id', 'in', (eb) =>
      eb.selectFrom('clocks').select('id').where('done_at', '<', before).orderBy('done_at').limit(most),
    )
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}
