import type { Trx } from '#db/database.ts'

const second = 1_000
/** After so many failures in a row nobody is asked for a minute, then one alone. */
const mostFailures = 3
const pause = 60 * second
const longestPause = 60 * pause

/**
 * One request a second for the whole installation, however many processes it has: the instant at which the caller may ask.
 * Undefined when that is more than `patience` milliseconds away.
 */
export async function takeTurn(trx: Trx, at: string, patience: number): Promise<string | undefined> {
  for (let attempt = 0; attempt < 5; attempt++) {
    const { free_at, failures } = await trx.selectFrom('geocoder_turns').selectAll().executeTakeFirstOrThrow()
    const turn = free_at > at ? free_at : at
    if (turn > after(at, patience)) return undefined
    const next = after(turn, failures < mostFailures ? second : pause)
    const taken = await trx
      .updateTable('geocoder_turns')
      .set({ free_at: next })
      .where('free_at', '=', free_at)
      .returning('id')
      .executeTakeFirst()
    if (taken) return turn
  }
  return undefined
}

/** Says that an answer came: after a pause the others may ask again. */
export async function turnAnswered(trx: Trx, at: string) {
  const next = { failures: 0, free_at: after(at, second) }
  await trx.updateTable('geocoder_turns').set(next).where('failures', '>=', mostFailures).execute()
  await trx.updateTable('geocoder_turns').set({ failures: 0 }).where('failures', '>', 0).execute()
}

/** Says that none came. `wait` is how many milliseconds the geocoder wants to be left alone, if it said so. */
export async function turnFailed(trx: Trx, at: string, wait = 0) {
  const { failures, free_at } = await trx
    .updateTable('geocoder_turns')
    .set((eb) => ({ failures: eb('failures', '+', 1) }))
    .returning(['failures', 'free_at'])
    .executeTakeFirstOrThrow()
  const until = after(at, Math.min(longestPause, Math.max(wait, failures < mostFailures ? 0 : pause)))
  if (until > free_at) await trx.updateTable('geocoder_turns').set({ free_at: until }).execute()
}

function after(instant: string, milliseconds: number) {
  return new Date(Date.parse(instant) + milliseconds).toISOString()
}
