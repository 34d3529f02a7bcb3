import type { Trx } from '#db/database.ts'

/** A job says that it ran, and what it found. */
export async function beat(trx: Trx, job: string, note: string, at: string) {
  await trx
    .insertInto('heartbeats')
    .values({ job, beat_at: at, note })
    .onConflict((conflict) => conflict.column('job').doUpdateSet({ beat_at: at, note }))
    .execute()
}
