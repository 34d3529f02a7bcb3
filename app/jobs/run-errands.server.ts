import { Cron } from 'croner'
import { type ErrandKind, errandKinds } from '#app/domain/clocks/clock.ts'
import { isAnyDue, neverSet } from '#app/domain/clocks/clocks.read.server.ts'
import { setClocks } from '#app/domain/clocks/set-clock.server.ts'
import { clockDone, clockFailed, lendClock, takeClock } from '#app/domain/clocks/take-clock.server.ts'
import { beat } from '#app/domain/notifications/beat.server.ts'
import { write } from '#app/domain/write.server.ts'
import { log } from '#app/gateways/log.server.ts'
import type { Db } from '#db/database.ts'
import { forgetOldClocks } from './forget-clocks.server.ts'
import { forgetOldPlaces } from './forget-places.server.ts'
import { sweepPhotos } from './sweep-photos.server.ts'

type Errand = { pattern: string; run: (db: Db, at: string) => Promise<string> }

const errands = {
  'sweep-photos': { pattern: '23 * * * *', run: sweepPhotos },
  'forget-clocks': { pattern: '41 3 * * *', run: forgetOldClocks },
  'forget-places': { pattern: '52 3 * * *', run: forgetOldPlaces },
} as const satisfies Record<ErrandKind, Errand>

/** Sets each errand's next firing, then runs those that are due. However many workers there are, one runs each. */
export async function runErrands(db: Db, at: string) {
  await setNextFirings(db, at)
  let done = 0
  while (await isAnyDue(db, errandKinds, at)) {
    const clock = await write(db, async (trx) => {
      const due = await takeClock(trx, errandKinds, at)
      return due && lendClock(trx, due, at)
    })
    if (!clock) break
    if (await run(db, clock.kind as ErrandKind, clock, at)) done += 1
  }
  return `${done} done`
}

/** The next time an errand is due after `at`, on a Roman clock: an hour that a spring night skips is made up for. */
export function nextFiring(kind: ErrandKind, at: string) {
  const next = new Cron(errands[kind].pattern, { timezone: 'Europe/Rome' }).nextRun(new Date(at))
  if (!next) throw new Error(`${kind} is never due`)
  return next.toISOString()
}

async function setNextFirings(db: Db, at: string) {
  const next = errandKinds.map((kind) => ({ kind, subject_id: 'rome', due_at: nextFiring(kind, at) }))
  const missing = await neverSet(db, next)
  if (missing.length > 0) await write(db, (trx) => setClocks(trx, { at }, missing))
}

async function run(db: Db, kind: ErrandKind, clock: { id: string; tries: number }, at: string) {
  try {
    const note = await errands[kind].run(db, at)
    await write(db, async (trx) => {
      await clockDone(trx, clock, at)
      await beat(trx, [{ job: kind, note }], at)
    })
    return true
  } catch (error) {
    log.error({ err: error, errand: kind }, 'an errand failed')
    const problem = error instanceof Error ? error.message : String(error)
    await write(db, (trx) => clockFailed(trx, clock.id, clock.tries, problem, at))
    return false
  }
}
