import type { Trx } from '#db/database.ts'

export type Beat = { job: string; note: string }

/** Jobs say that they ran, and what they found. */
export async function beat(trx: Trx, beats: readonly Beat[], at: string) {
  await trx
    .insertInto('heartbeats')
    .values(beats.map((each) => ({ ...each, beat_at: at })))
    .onConflict((conflict) =>
      conflict.column('job').doUpdateSet((eb) => ({ beat_at: at, note: eb.ref('excluded.note') })),
    )
    .execute()
}
