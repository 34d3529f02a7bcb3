import type { ClockKind } from '#app/domain/clocks/clock.ts'
import { isAnyDue } from '#app/domain/clocks/clocks.read.server.ts'
import { clockDone, clockFailed, takeClock } from '#app/domain/clocks/take-clock.server.ts'
import { undoable, write } from '#app/domain/write.server.ts'
import { log } from '#app/gateways/log.server.ts'
import type { Db, Trx } from '#db/database.ts'
import type { ClockRow } from '#db/schema/clocks.ts'
import { clockHandlers } from './clock-handlers.server.ts'
import { byTheClock } from './job-act.ts'

const kinds = Object.keys(clockHandlers) as ClockKind[]

/**
 * Hears every clock that is due, the oldest first, at most so many in one turn, each in a transaction of its own.
 * Returns how many were heard of each kind. A kind this version does not know waits for one that does.
 */
export async function hearClocks(db: Db, at: string, most = 500): Promise<Map<string, number>> {
  const heard = new Map<string, number>()
  if (!(await isAnyDue(db, kinds, at))) return heard
  for (let turn = 0; turn < most; turn += 1) {
    const clock = await hearNext(db, at)
    if (!clock) break
    heard.set(clock.kind, (heard.get(clock.kind) ?? 0) + 1)
  }
  return heard
}

async function hearNext(db: Db, at: string) {
  const held: { clock?: ClockRow } = {}
  try {
    return await write(db, async (trx) => {
      const clock = await takeClock(trx, kinds, at)
      if (!clock) return undefined
      held.clock = clock
      await answer(trx, clock, at)
      return clock
    })
  } catch (error) {
    if (!held.clock) throw error
    await complain(db, held.clock, error, at)
    return held.clock
  }
}

async function answer(trx: Trx, clock: ClockRow, at: string) {
  const handler = clockHandlers[clock.kind as ClockKind]
  await undoable(trx, () => handler(trx, byTheClock(at), clock.subject_id))
  await clockDone(trx, clock, at)
}

async function complain(db: Db, { id, kind, subject_id, tries }: ClockRow, error: unknown, at: string) {
  log.error({ err: error, clock: kind, subject_id, tries: tries + 1 }, 'a clock failed')
  const problem = error instanceof Error ? error.message : String(error)
  await write(db, (trx) => clockFailed(trx, id, tries + 1, problem, at))
}
